package cn.huiying.shared.serialization;

import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.organisation.AgencyEvent;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.petition.NumberSeriesId;
import cn.huiying.shared.petition.NumbersReserved;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.time.Pause;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One instance of every event, with a value in every field. */
final class Samples {

    private Samples() {}

    static Stream<Class<?>> eventTypes() {
        return Stream.of(
                        records(PetitionEvent.class),
                        records(AccountEvent.class),
                        records(AgencyEvent.class),
                        Stream.<Class<?>>of(NumbersReserved.class))
                .flatMap(types -> types);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(Samples::records);
    }

    static Object of(Class<?> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = Arrays.stream(components).map(Samples::value).toArray();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " can't be built", e);
        }
    }

    private static Object value(RecordComponent component) {
        if (component.getType() == List.class) {
            Type element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            return element == String.class
                    ? List.of("a", "b")
                    : List.of(value((Class<?>) element, component.getName()));
        }
        return value(component.getType(), component.getName());
    }

    private static Object value(Class<?> type, String name) {
        if (type == String.class) {
            return name;
        }
        if (type == int.class || type == Integer.class) {
            return 3;
        }
        if (type == double.class) {
            return 3.25;
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == Instant.class) {
            return Instant.parse("2023-03-06T01:12:30.250Z");
        }
        if (type == PetitionId.class) {
            return new PetitionId("PET-1");
        }
        if (type == AccountId.class) {
            return new AccountId("ACC-1");
        }
        if (type == AgencyId.class) {
            return AgencyId.of("445224-101");
        }
        if (type == NumberSeriesId.class) {
            return new NumberSeriesId("NUM-20230306");
        }
        if (type == Sealed.class) {
            return new Sealed("suite", "ACC-1", name, "AAAA");
        }
        if (type == Pause.class) {
            return new Pause(Instant.parse("2023-03-06T01:12:30Z"), Instant.parse("2023-03-08T01:12:30Z"), 1);
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2023, 3, 6);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return of(type);
        }
        throw new AssertionError("No sample value for " + type + " " + name);
    }
}
