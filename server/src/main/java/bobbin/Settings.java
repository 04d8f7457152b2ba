package bobbin;

import bobbin.account.AccountSettings;
import bobbin.account.PasswordSettings;
import bobbin.app.AppSettings;
import bobbin.base.Setting;
import bobbin.embed.EmbedSettings;
import bobbin.fetch.FetchSettings;
import bobbin.graph.GraphSettings;
import bobbin.http.HttpSettings;
import bobbin.insight.InsightSettings;
import bobbin.lab.LabSettings;
import bobbin.limit.LimitSettings;
import bobbin.media.MediaSettings;
import bobbin.oauth.OauthSettings;
import bobbin.post.PostSettings;
import bobbin.preview.PreviewSettings;
import bobbin.reply.ReplySettings;
import bobbin.script.ScriptSettings;
import bobbin.search.SearchSettings;
import bobbin.sql.DatabaseSettings;
import bobbin.video.VideoRules;
import bobbin.webhook.WebhookSettings;
import bobbin.work.WorkSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The settings of every part. Each part receives its own record, never this. */
record Settings(
        OperationSettings operation,
        DatabaseSettings database,
        WorkSettings work,
        HttpSettings http,
        FetchSettings fetch,
        GraphSettings graph,
        AccountSettings accounts,
        PasswordSettings passwords,
        AppSettings apps,
        OauthSettings oauth,
        PostSettings posts,
        ReplySettings replies,
        LimitSettings limits,
        SearchSettings search,
        EmbedSettings embeds,
        WebhookSettings webhooks,
        InsightSettings insights,
        MediaSettings media,
        VideoRules videos,
        PreviewSettings previews,
        ScriptSettings script,
        LabSettings lab) {

    /** How each part reads its own; a part that refuses its values says why. */
    private static final List<Function<Setting.Values, ?>> PARTS = List.of(
            OperationSettings::from,
            DatabaseSettings::from,
            WorkSettings::from,
            HttpSettings::from,
            FetchSettings::from,
            GraphSettings::from,
            AccountSettings::from,
            PasswordSettings::from,
            AppSettings::from,
            OauthSettings::from,
            PostSettings::from,
            ReplySettings::from,
            LimitSettings::from,
            SearchSettings::from,
            EmbedSettings::from,
            WebhookSettings::from,
            InsightSettings::from,
            MediaSettings::from,
            VideoRules::from,
            PreviewSettings::from,
            ScriptSettings::from,
            LabSettings::from,
            Settings::requireTimeForMedia);

    /** What a job has for checking and keeping a file after it is fetched. */
    private static final Duration SETTLING = Duration.ofMinutes(1);

    /** A job that fetches must end before it counts as abandoned, or two would fetch the same. */
    private static Duration requireTimeForMedia(Setting.Values values) {
        Duration hold = WorkSettings.from(values).hold();
        MediaSettings media = MediaSettings.from(values);
        Duration needed = (media.videoTime().compareTo(media.imageTime()) > 0 ? media.videoTime() : media.imageTime())
                .plus(SETTLING);
        if (hold.compareTo(needed) < 0) {
            throw new IllegalArgumentException(
                    "work.hold must be at least a minute longer than media.video_timeout and media.image_timeout: %s or more, not %s"
                            .formatted(needed, hold));
        }
        return hold;
    }

    /** Every setting there is, by key. */
    static List<Setting<?>> all() {
        Map<String, Setting<?>> byKey = new TreeMap<>();
        Stream.of(
                        OperationSettings.ALL,
                        DatabaseSettings.ALL,
                        WorkSettings.ALL,
                        HttpSettings.ALL,
                        FetchSettings.ALL,
                        GraphSettings.ALL,
                        AccountSettings.ALL,
                        PasswordSettings.ALL,
                        AppSettings.ALL,
                        OauthSettings.ALL,
                        PostSettings.ALL,
                        ReplySettings.ALL,
                        LimitSettings.ALL,
                        SearchSettings.ALL,
                        EmbedSettings.ALL,
                        WebhookSettings.ALL,
                        InsightSettings.ALL,
                        MediaSettings.ALL,
                        VideoRules.ALL,
                        PreviewSettings.ALL,
                        ScriptSettings.ALL,
                        LabSettings.ALL)
                .flatMap(List::stream)
                .forEach(setting -> {
                    Setting<?> other = byKey.put(setting.key(), setting);
                    if (other != null && !other.equals(setting)) {
                        throw new IllegalStateException("Two settings are called " + setting.key());
                    }
                });
        return List.copyOf(byKey.values());
    }

    /** What is wrong with these values, one sentence for each part that refuses its own. */
    static List<String> faults(Setting.Values values) {
        List<String> faults = new ArrayList<>();
        for (Function<Setting.Values, ?> part : PARTS) {
            try {
                var _ = part.apply(values);
            } catch (IllegalArgumentException e) {
                faults.add(e.getMessage());
            }
        }
        return faults;
    }

    /**
     * Makes the record of every part.
     *
     * @throws IllegalArgumentException if a part refuses its values; {@link #faults} tells all of them
     */
    static Settings from(Setting.Values values) {
        return new Settings(
                OperationSettings.from(values),
                DatabaseSettings.from(values),
                WorkSettings.from(values),
                HttpSettings.from(values),
                FetchSettings.from(values),
                GraphSettings.from(values),
                AccountSettings.from(values),
                PasswordSettings.from(values),
                AppSettings.from(values),
                OauthSettings.from(values),
                PostSettings.from(values),
                ReplySettings.from(values),
                LimitSettings.from(values),
                SearchSettings.from(values),
                EmbedSettings.from(values),
                WebhookSettings.from(values),
                InsightSettings.from(values),
                MediaSettings.from(values),
                VideoRules.from(values),
                PreviewSettings.from(values),
                ScriptSettings.from(values),
                LabSettings.from(values));
    }
}
