package bobbin.limit;

import bobbin.base.Setting;
import java.util.HashMap;
import java.util.Map;

/** Settings of which an operator has chosen some, written as key, value, key, value. */
final class Chosen implements Setting.Values {
    private final Map<String, Object> values = new HashMap<>();

    Chosen(Object... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
    }

    @Override
    public <T> T get(Setting<T> setting) {
        Object value = values.get(setting.key());
        return value == null ? setting.standard() : setting.type().cast(value);
    }
}
