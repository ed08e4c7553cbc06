package dev.chorus.index;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/// What of the heap is in use, in megabytes. Between collections that is mostly garbage, so only
/// what a collection leaves is counted; a small one leaves some garbage, too.
final class Heap implements AutoCloseable {
  private final Set<String> pools = new HashSet<>();
  private final AtomicLong peak = new AtomicLong();
  private final NotificationListener listener = (n, _) -> collected(n);

  Heap() {
    for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) pools.add(pool.getName());
    }
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector).addNotificationListener(listener, null, null);
    }
  }

  private void collected(Notification notification) {
    if (!notification
        .getType()
        .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) return;
    var info =
        GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
            .getGcInfo();
    long used = 0;
    for (var after : info.getMemoryUsageAfterGc().entrySet()) {
      if (pools.contains(after.getKey())) used += after.getValue().getUsed();
    }
    peak.accumulateAndGet(used, Math::max);
  }

  /// What it may grow to.
  long most() {
    return megabytes(usage().getMax());
  }

  /// What is reachable now.
  long live() {
    System.gc();
    return megabytes(usage().getUsed());
  }

  /// The most that a collection left since this was asked last.
  long peak() {
    return megabytes(peak.getAndSet(0));
  }

  private static MemoryUsage usage() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
  }

  private static long megabytes(long bytes) {
    return Math.round(bytes / 1048576.0);
  }

  @Override
  public void close() throws ListenerNotFoundException {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector).removeNotificationListener(listener);
    }
  }
}
