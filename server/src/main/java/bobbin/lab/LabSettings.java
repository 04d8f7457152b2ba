package bobbin.lab;

import bobbin.base.Setting;
import java.util.List;

/**
 * What only a developer's Bobbin has.
 *
 * @param samples whether the sample files can be fetched
 */
public record LabSettings(boolean samples) {
    /** {@code bobbin dev} presumes that they can. */
    public static final Setting<Boolean> SAMPLES = Setting.of(
            "samples.served",
            Boolean.class,
            false,
            "Whether the images, videos and moving pictures of bobbin dev can be fetched from this server.");

    public static final List<Setting<?>> ALL = List.of(SAMPLES);

    public static LabSettings from(Setting.Values values) {
        return new LabSettings(values.get(SAMPLES));
    }
}
