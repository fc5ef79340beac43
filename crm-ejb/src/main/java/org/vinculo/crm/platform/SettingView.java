package org.vinculo.crm.platform;

import java.io.Serializable;

/**
 * A setting as an administrator sees it.
 *
 * @param key name in the configuration
 * @param environmentVariable the variable that overrides it
 * @param value what holds; null for a secret and for a setting that is empty
 * @param defaultValue what holds when nobody sets it; null for none
 * @param secret whether the value is kept back
 * @param given whether it has a value, kept back or not
 * @param changed whether the value is another one than the default
 */
public record SettingView(
        String key,
        String environmentVariable,
        String value,
        String defaultValue,
        boolean secret,
        boolean given,
        boolean changed)
        implements Serializable {}
