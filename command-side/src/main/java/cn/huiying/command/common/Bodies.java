package cn.huiying.command.common;

import cn.huiying.shared.privacy.PersonalDataPatterns;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.InvalidInput.Fault;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a JSON body into a command record: what the door knows is given by the door, texts that may carry personal data are
 * sealed on the way, everything else is checked for type, range and personal data in the clear. All faults are told at once.
 */
public class Bodies {

    private final ObjectMapper mapper;
    private final Validator validator;
    private final Vault vault;
    private final TextLimits limits;

    public Bodies(ObjectMapper mapper, Validator validator, Vault vault, TextLimits limits) {
        // A null in a list or a map means nothing anywhere.
        this.mapper = mapper.rebuild()
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .build();
        this.validator = validator;
        this.vault = vault;
        this.limits = limits;
    }

    /**
     * Reads a body.
     *
     * @param given   the components that the door sets; the body may not name them
     * @param subject the person whose key seals the texts; null where the command has none
     * @param seals   simple name of the event that will carry the sealed texts
     * @throws InvalidInput naming every fault
     */
    public <T> T read(Class<T> command, JsonNode body, Map<String, ?> given, String subject, String seals) {
        if (!(body instanceof ObjectNode object)) {
            throw new InvalidInput("", "not-an-object", "请求体须是 JSON 对象。", "The body must be a JSON object.");
        }
        List<Fault> faults = new ArrayList<>();
        RecordComponent[] components = command.getRecordComponents();
        Set<String> open = Arrays.stream(components)
                .map(RecordComponent::getName)
                .filter(name -> !given.containsKey(name))
                .collect(Collectors.toSet());
        object.propertyNames().stream()
                .filter(name -> !open.contains(name))
                .forEach(name -> faults.add(new Fault(
                        "/" + name,
                        "unknown-property",
                        "没有属性“" + name + "”,可用:" + open.stream().sorted().toList() + "。",
                        "There is no property “" + name + "”; there are "
                                + open.stream().sorted().toList() + ".")));
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            values[i] = given.containsKey(name)
                    ? given.get(name)
                    : value(components[i], object.get(name), subject, seals, faults);
        }
        T read = construct(command, components, values);
        // A fault in one element of a list is a fault of the list.
        Set<String> faulty = faults.stream()
                .map(fault -> "/" + fault.pointer().split("/")[1])
                .collect(Collectors.toSet());
        List<ConstraintViolation<T>> violations = validator.validate(read).stream()
                .sorted(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .toList();
        for (ConstraintViolation<T> violation : violations) {
            String pointer = "/" + violation.getPropertyPath().toString().replaceAll("\\[(\\d+)]\\.", "/$1/");
            if (faulty.add(pointer)) {
                faults.add(fault(pointer, violation));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return read;
    }

    private Object value(RecordComponent component, JsonNode node, String subject, String seals, List<Fault> faults) {
        if (node == null || node.isNull()) {
            return null;
        }
        String name = component.getName();
        String pointer = "/" + name;
        Class<?> type = component.getType();
        boolean isText = type == String.class || type == Sealed.class || type == Instant.class;
        if (isText && !node.isString()) {
            faults.add(new Fault(pointer, "wrong-type", "“" + name + "”须是文本。", "“" + name + "” must be a text."));
            return null;
        }
        if (type == Sealed.class) {
            String text = node.stringValue();
            limits.check(name, text).ifPresent(fault -> faults.add(fault));
            return vault.seal(subject, seals + "." + name, text);
        }
        if (type == String.class) {
            PersonalDataPatterns.find(node.stringValue())
                    .ifPresent(
                            found -> faults.add(
                                    new Fault(
                                            pointer,
                                            "personal-data",
                                            "“" + name + "”会明文保存,请删去其中的电话、证件号、银行卡号或邮箱。",
                                            "“" + name
                                                    + "” is kept in the clear; take out the phone, card or identity number or e-mail.")));
            return node.stringValue();
        }
        boolean mistaken = type == Integer.class && !node.isInt() || type == Boolean.class && !node.isBoolean();
        if (mistaken) {
            faults.add(new Fault(
                    pointer,
                    "wrong-type",
                    "“" + name + "”须是" + (type == Integer.class ? "整数。" : "true 或 false。"),
                    "“" + name + "” must be " + (type == Integer.class ? "a whole number." : "true or false.")));
            return null;
        }
        if (type.isEnum()) {
            return constant(type, node, pointer, faults);
        }
        try {
            return mapper.treeToValue(node, mapper.constructType(component.getGenericType()));
        } catch (JacksonException e) {
            String part = e.getPath().stream()
                    .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                    .collect(Collectors.joining());
            faults.add(new Fault(
                    pointer + part,
                    "wrong-type",
                    "“" + name + "”的类型或格式不对。",
                    "“" + name + "” has the wrong type or form."));
            return null;
        }
    }

    private static Object constant(Class<?> type, JsonNode node, String pointer, List<Fault> faults) {
        for (Object constant : type.getEnumConstants()) {
            if (node.isString() && ((Enum<?>) constant).name().equals(node.stringValue())) {
                return constant;
            }
        }
        String allowed = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
        faults.add(new Fault(
                pointer, "unknown-value", "取值须是 " + allowed + " 之一。", "The value must be one of " + allowed + "."));
        return null;
    }

    private static <T> T construct(Class<T> command, RecordComponent[] components, Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return command.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(command + " can't be built from a body", e);
        }
    }

    private static Fault fault(String pointer, ConstraintViolation<?> violation) {
        String annotation = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        Map<String, Object> bounds = violation.getConstraintDescriptor().getAttributes();
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        return switch (annotation) {
            case "NotNull", "NotBlank" ->
                new Fault(pointer, "missing", "“" + name + "”必填。", "“" + name + "” is required.");
            case "Size" ->
                new Fault(
                        pointer,
                        "length",
                        "“" + name + "”长度须为 " + bounds.get("min") + " 至 " + bounds.get("max") + " 字。",
                        "“" + name + "” must have " + bounds.get("min") + " to " + bounds.get("max") + " characters.");
            case "Min", "Max" ->
                new Fault(
                        pointer,
                        "range",
                        "“" + name + "”超出范围(" + (annotation.equals("Min") ? "最小 " : "最大 ") + bounds.get("value") + ")。",
                        "“" + name + "” is out of range (" + annotation.toLowerCase() + " " + bounds.get("value")
                                + ").");
            default -> new Fault(pointer, "form", "“" + name + "”格式不对。", "“" + name + "” has the wrong form.");
        };
    }
}
