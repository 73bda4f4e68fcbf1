package kz.tapbot.runtime.host.internal.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import kz.tapbot.runtime.spi.Cleaned;

/**
 * A command that sudo lets somebody run.
 *
 * @param who a user, or a group with a percent sign before it
 * @param command as sudoers(5) has it: {@code ALL}, or a program with or without arguments
 * @param refused whether it is taken away from what another line gives
 * @param asked whether a password is asked for
 */
public record Grant(String who, String command, boolean refused, boolean asked) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 1_000;

    /** What {@code cvtsudoers -e -f json} prints of all files together. Root's own are left out. */
    static List<Grant> read(String json) {
        List<Grant> all = new ArrayList<>();
        try {
            for (JsonNode spec : JSON.readTree(json).path("User_Specs")) {
                for (JsonNode user : spec.path("User_List")) {
                    String who = who(user);
                    if (!who.equals("root") && !user.path("negated").asBoolean()) {
                        spec.path("Cmnd_Specs").forEach(commands -> add(all, who, commands));
                    }
                }
            }
        } catch (JsonProcessingException e) {
            return new ArrayList<>();
        }
        return new ArrayList<>(all.subList(0, Math.min(all.size(), MOST)));
    }

    private static String who(JsonNode user) {
        for (String group : List.of("usergroup", "usergid", "nonunixgroup", "nonunixgid", "netgroup")) {
            if (user.has(group)) {
                return "%" + Cleaned.line(user.path(group).asText(), 60);
            }
        }
        return Cleaned.line(user.path("username").asText(user.path("userid").asText("somebody")), 60);
    }

    private static void add(List<Grant> all, String who, JsonNode commands) {
        boolean asked = true;
        for (JsonNode option : commands.path("Options")) {
            if (option.has("authenticate")) {
                asked = option.path("authenticate").asBoolean();
            }
        }
        for (JsonNode command : commands.path("Commands")) {
            String line = Cleaned.line(command.path("command").asText("").replaceAll("\\\\([=:,])", "$1"), 300);
            if (!line.isEmpty()) {
                all.add(new Grant(who, line, command.path("negated").asBoolean(), asked));
            }
        }
    }

    boolean isAll() {
        return command.equals("ALL") && !refused;
    }
}
