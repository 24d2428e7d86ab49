package cn.huiying.shared.rule;

import java.util.HashMap;
import java.util.Map;

/**
 * Who acts. Set at the door from the token and carried as metadata of the command and of every event that follows.
 *
 * @param id       the token's subject
 * @param agency   directory code, for agency staff only; else null
 * @param district GB/T 2260 code, for county officers only; else null
 */
public record Actor(String id, Role role, String agency, String district) {

    /** Metadata keys; the names are part of the stored log. */
    public static final String ID = "actor";

    public static final String ROLE = "role";
    public static final String AGENCY = "agency";
    public static final String DISTRICT = "district";

    /** The platform itself. */
    public static final Actor SYSTEM = new Actor("system", Role.SYSTEM, null, null);

    /** The metadata that {@link #from} reads back. */
    public Map<String, String> asMetadata() {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(ID, id);
        metadata.put(ROLE, role.name());
        if (agency != null) {
            metadata.put(AGENCY, agency);
        }
        if (district != null) {
            metadata.put(DISTRICT, district);
        }
        return metadata;
    }

    /** @throws IllegalArgumentException where the metadata names no actor */
    public static Actor from(Map<String, ?> metadata) {
        if (!(metadata.get(ID) instanceof String id) || !(metadata.get(ROLE) instanceof String role)) {
            throw new IllegalArgumentException("The command carries no actor; doors and automations must set one.");
        }
        return new Actor(id, Role.valueOf(role), (String) metadata.get(AGENCY), (String) metadata.get(DISTRICT));
    }
}
