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
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One instance of every event, with a value in every field. */
final class Samples {

    private Samples() {}

    static Stream<Class<?>> eventTypes() {
        return Stream.of(
                        Arrays.stream(PetitionEvent.class.getPermittedSubclasses()),
                        Arrays.stream(AccountEvent.class.getPermittedSubclasses()),
                        Arrays.stream(AgencyEvent.class.getPermittedSubclasses()),
                        Stream.<Class<?>>of(NumbersReserved.class))
                .flatMap(types -> types);
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
        Class<?> type = component.getType();
        if (type == String.class) {
            return component.getName();
        }
        if (type == int.class || type == Integer.class) {
            return 3;
        }
        if (type == double.class) {
            return 3.25;
        }
        if (type == boolean.class) {
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
            return new Sealed("suite", "ACC-1", component.getName(), "AAAA");
        }
        if (type == List.class) {
            return List.of("a", "b");
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return of(type);
        }
        throw new AssertionError("No sample value for " + component);
    }
}
