package kz.tapbot.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.ServerName;
import org.junit.jupiter.api.Test;

class MermaidGraphTest {

    @Test
    void aServerIsAFlowchartWithASubgraph() {
        assertThat(MermaidGraph.render(EstateGraph.of(SampleEstate.topology(), ServerName.of("app"))))
                .isEqualTo("""
                        ---
                        title: sample
                        ---
                        flowchart LR
                          n0(("<b>Internet</b>"))
                          subgraph n1["<b>app</b><br/>203.0.113.10<br/>2 CPU, 4GiB memory, 10GiB disk<br/><i>cache (internal), web</i>"]
                            n2["<b>n8n</b><br/>n8nio/n8n:1.97.1<br/>n8n.tapbot.kz, own login<br/><i>cache, web</i>"]
                            n3["<b>netdata</b><br/>netdata/netdata:v2.5.0<br/>planned<br/><i>web</i>"]
                            n4[("<b>redis</b><br/>redis:7.4.2<br/><i>cache</i>")]
                            n5{{"<b>traefik</b><br/>traefik:3.6.1<br/><i>web</i>"}}
                            n6["<b>webmin</b><br/>webmin1.tapbot.kz"]
                            n7[("<b>certificates</b>")]
                            n8[("<b>flows</b>")]
                            n9[("<b>redis</b>")]
                          end
                          n10(["<b>telegram</b><br/>api.telegram.org:443"])
                          n11(["<b>wg</b><br/>10.99.0.0/24<br/>app/n8n to data/directus:8055<br/>app/n8n to data/postgres:5432"])
                          n12[/"<b>nightly</b><br/>daily at 02:00"/]
                          n13[/"<b>/var/backups/tapbot</b><br/>on the server"/]
                          n14[/"<b>s3:tapbot-backups</b><br/>off-site"/]
                          n5 --> n2
                          n2 -.-> n4
                          n2 -.-> n8
                          n2 -.-> n10
                          n4 -.-> n9
                          n0 -->|"80, 443"| n5
                          n5 -.-> n7
                          n0 -->|"8441 for admins"| n6
                          n2 ==> n11
                          n8 -.-> n12
                          n12 -.-> n13
                          n12 -.-> n14
                          classDef internet stroke:#64748b,stroke-width:2px
                          class n0 internet
                          classDef proxy stroke:#7c3aed,stroke-width:2px
                          class n5 proxy
                          classDef database stroke:#0f766e,stroke-width:2px
                          class n4 database
                          classDef service stroke:#2563eb,stroke-width:2px
                          class n2,n3 service
                          classDef host-service stroke:#b45309,stroke-width:2px
                          class n6 host-service
                          classDef link stroke:#0369a1,stroke-width:2px
                          class n11 link
                          classDef backup stroke:#15803d,stroke-width:2px
                          class n12 backup
                        """);
    }

    @Test
    void noTextOfTheUsersEndsItsBoxOrStartsAnElement() {
        GraphNode hostile = new GraphNode(
                "x",
                GraphNode.Kind.SERVICE,
                Optional.empty(),
                "\"]; click n0 <script>`",
                List.of("a#b"),
                List.of(),
                false);
        assertThat(MermaidGraph.render(new EstateGraph("t", List.of(hostile), List.of())))
                .contains("n0[\"<b>#34;#93;#59; click n0 #60;script#62;#96;</b><br/>a#35;b\"]");
    }
}
