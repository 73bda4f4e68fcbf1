package kz.tapbot.rule.library;

import java.util.List;
import kz.tapbot.rule.TopologyRule;

/** All ready rules. Each tells its reason and its cure, and holds where there is nothing to look at. */
public final class ReadyRules {

    private ReadyRules() {}

    /** Those that an estate breaks only by mistake. */
    public static List<TopologyRule> standard() {
        return List.of(
                ExposureRules.DATABASES_ARE_NOT_ON_THE_INTERNET,
                ExposureRules.DATABASE_NETWORKS_ARE_INTERNAL,
                ExposureRules.ADMIN_PAGES_ASK_FOR_A_LOGIN,
                ExposureRules.ADMIN_PAGES_HAVE_A_SECOND_WALL,
                ExposureRules.ENGINE_ACCESS_IS_NOT_ON_THE_INTERNET,
                ExposureRules.SERVERS_HAVE_A_FIREWALL,
                ExposureRules.SSH_IS_FOR_KNOWN_ADDRESSES,
                ExposureRules.SSH_REFUSES_PASSWORDS,
                DataRules.DATA_IS_SAVED,
                DataRules.VOLUMES_ARE_SAVED,
                DataRules.VOLUMES_HAVE_ONE_WRITER,
                DataRules.BACKUPS_LEAVE_THE_SERVERS,
                DataRules.BACKUPS_ARE_ENCRYPTED,
                DataRules.BACKUPS_ARE_TRIED,
                UpkeepRules.SERVICES_HAVE_A_MEMORY_LIMIT,
                UpkeepRules.SERVED_SERVICES_TELL_THEIR_HEALTH,
                UpkeepRules.SERVED_SERVICES_ARE_STARTED_AGAIN,
                UpkeepRules.SERVERS_INSTALL_UPDATES,
                UpkeepRules.SERVERS_ARE_KNOWN_BY_THEIR_KEY);
    }

    /** Those that are a matter of taste or of effort. */
    public static List<TopologyRule> offered() {
        return List.of(
                ExposureRules.PAGES_ASK_FOR_A_LOGIN,
                ExposureRules.DATABASES_STAND_APART,
                ExposureRules.NOTHING_HAS_THE_ENGINES_SOCKET,
                ExposureRules.ONLY_WEB_PORTS_ARE_OPEN,
                UpkeepRules.IMAGES_ARE_PINNED,
                UpkeepRules.ACCOUNTS_EXPIRE);
    }
}
