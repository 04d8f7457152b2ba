package bobbin.fetch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/**
 * What every fetch needs.
 *
 * @param resolving where names are resolved, because that cannot be interrupted
 * @param alarms ends what takes too long
 */
record Means(CloseableHttpClient client, Guard guard, ExecutorService resolving, ScheduledExecutorService alarms) {}
