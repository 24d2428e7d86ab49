package cn.huiying.query.common;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An answer that is JSON text already, so that it can be kept and sent again.
 *
 * @param <T> what the text shows
 */
public record Rendered<T>(@JsonValue @JsonRawValue String json) {}
