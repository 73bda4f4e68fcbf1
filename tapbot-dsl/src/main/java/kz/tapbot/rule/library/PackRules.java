package kz.tapbot.rule.library;

import java.util.List;
import kz.tapbot.rule.TopologyRule;

/** Which ready rules belong to which pack. */
final class PackRules {

    private PackRules() {}

    static List<TopologyRule> standard(RulePack pack) {
        return switch (pack) {
            case LEAST_EXPOSURE ->
                List.of(
                        ExposureRules.DATABASES_ARE_NOT_ON_THE_INTERNET,
                        ExposureRules.DATABASE_NETWORKS_ARE_INTERNAL,
                        ExposureRules.ADMIN_PAGES_ASK_FOR_A_LOGIN,
                        ExposureRules.ADMIN_PAGES_HAVE_A_SECOND_WALL,
                        ExposureRules.ENGINE_ACCESS_IS_NOT_ON_THE_INTERNET,
                        ExposureRules.SERVERS_HAVE_A_FIREWALL,
                        ExposureRules.SSH_IS_FOR_KNOWN_ADDRESSES,
                        ExposureRules.SSH_REFUSES_PASSWORDS,
                        UpkeepRules.SERVERS_ARE_KNOWN_BY_THEIR_KEY);
            case SECRETS -> List.of();
            case BACKUPS ->
                List.of(
                        DataRules.DATA_IS_SAVED,
                        DataRules.VOLUMES_ARE_SAVED,
                        DataRules.VOLUMES_HAVE_ONE_WRITER,
                        DataRules.BACKUPS_LEAVE_THE_SERVERS,
                        DataRules.BACKUPS_ARE_ENCRYPTED,
                        DataRules.BACKUPS_ARE_TRIED);
            case CAPACITY -> List.of(UpkeepRules.SERVICES_HAVE_A_MEMORY_LIMIT);
            case AVAILABILITY ->
                List.of(UpkeepRules.SERVED_SERVICES_TELL_THEIR_HEALTH, UpkeepRules.SERVED_SERVICES_ARE_STARTED_AGAIN);
            case UPKEEP -> List.of(UpkeepRules.SERVERS_INSTALL_UPDATES);
            case COMPATIBILITY -> List.of();
            case WIRING -> List.of();
        };
    }

    static List<TopologyRule> offered(RulePack pack) {
        return switch (pack) {
            case LEAST_EXPOSURE ->
                List.of(
                        ExposureRules.PAGES_ASK_FOR_A_LOGIN,
                        ExposureRules.DATABASES_STAND_APART,
                        ExposureRules.NOTHING_HAS_THE_ENGINES_SOCKET,
                        ExposureRules.ONLY_WEB_PORTS_ARE_OPEN,
                        UpkeepRules.ACCOUNTS_EXPIRE);
            case SECRETS -> List.of(SecretRules.SECRETS_ARE_FILES, SecretRules.DATABASES_HAVE_SECRETS_OF_THEIR_OWN);
            case BACKUPS -> List.of(DataRules.BACKUPS_ARE_KEPT_A_MONTH);
            case CAPACITY ->
                List.of(
                        CapacityRules.SERVERS_SAY_THEIR_SIZE,
                        CapacityRules.SERVERS_HAVE_ROOM_FOR_AN_UPDATE,
                        CapacityRules.VOLUMES_SAY_THEIR_SIZE);
            case AVAILABILITY -> List.of(AvailabilityRules.COPIES_DO_NOT_SHARE_A_NEED);
            case UPKEEP -> List.of(UpkeepRules.IMAGES_ARE_PINNED, UpkeepRules.SERVERS_RESTART_FOR_UPDATES);
            case COMPATIBILITY -> List.of(CompatibilityRules.ONE_VERSION_OF_AN_IMAGE);
            case WIRING -> List.of();
        };
    }
}
