package kz.tapbot.runtime.docker.internal.observe;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import java.util.List;
import java.util.Map;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.runtime.docker.internal.mark.Labels;
import kz.tapbot.runtime.resource.Attributes;

/** Describes what is mounted into a container, without the files that Tapbot wrote for it and the volumes that only have a number. */
final class MountReading {

    private static final int ANONYMOUS = 64;

    private MountReading() {}

    static void into(Attributes all, InspectContainerResponse found) {
        String files = ContainerReading.labels(found).getOrDefault(Labels.FILES, "");
        List<InspectContainerResponse.Mount> mounts = found.getMounts() == null ? List.of() : found.getMounts();
        for (InspectContainerResponse.Mount mount : mounts) {
            String source = String.valueOf(mount.getSource());
            boolean written = !files.isEmpty() && source.contains("/" + files + "/");
            boolean anonymous = mount.getName() != null && mount.getName().length() == ANONYMOUS;
            if (!written && !anonymous && mount.getDestination() != null) {
                String text = mount.getName() == null ? "path " + source : "volume " + mount.getName();
                all.put(
                        "mount " + mount.getDestination().getPath(),
                        text + (Boolean.FALSE.equals(mount.getRW()) ? " (read-only)" : ""));
            }
        }
        memory(all, found);
    }

    private static void memory(Attributes all, InspectContainerResponse found) {
        List<Mount> asked = found.getHostConfig().getMounts();
        for (Mount mount : asked == null ? List.<Mount>of() : asked) {
            if (mount.getType() == MountType.TMPFS && mount.getTmpfsOptions() != null) {
                Long bytes = mount.getTmpfsOptions().getSizeBytes();
                boolean readOnly = Boolean.TRUE.equals(mount.getReadOnly());
                all.put(
                        "mount " + mount.getTarget(),
                        "memory " + (bytes == null || bytes <= 0 ? "unlimited" : DataSize.bytes(bytes))
                                + (readOnly ? " (read-only)" : ""));
            }
        }
        Map<String, String> brief = found.getHostConfig().getTmpFs();
        if (brief != null) {
            brief.forEach((target, options) -> all.put("mount " + target, brief(options)));
        }
    }

    /** The short form of options, as {@code --tmpfs} and Compose's {@code tmpfs} give it: mount(8)'s own, of which only the size is compared. */
    private static String brief(String options) {
        String size = "unlimited";
        boolean readOnly = false;
        for (String option : options.split(",", -1)) {
            size = option.startsWith("size=") ? ContainerReading.size(option.substring(5)) : size;
            readOnly |= option.equals("ro");
        }
        return "memory " + size + (readOnly ? " (read-only)" : "");
    }
}
