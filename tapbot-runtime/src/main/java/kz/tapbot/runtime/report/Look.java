package kz.tapbot.runtime.report;

/** How the page looks: on a screen, light or dark, on a phone, and on paper. */
final class Look {

    static final String SHEET = """
            :root{--ink:#0f172a;--soft:#475569;--page:#ffffff;--card:#f6f8fb;--line:#cbd5e1;--bad:#b91c1c;--warn:#a16207;--good:#15803d;--link:#1d4ed8}
            *{box-sizing:border-box}
            html{-webkit-text-size-adjust:100%}
            body{margin:0 auto;max-width:72rem;padding:1.5rem 1rem 3rem;background:var(--page);color:var(--ink);
            font:16px/1.5 Inter,"Segoe UI","Helvetica Neue",Arial,"DejaVu Sans",sans-serif}
            h1{margin:0;font-size:1.7rem;overflow-wrap:anywhere}
            h2{margin:2.5rem 0 .25rem;font-size:1.25rem}
            h3{margin:1.5rem 0 .25rem;font-size:1.05rem;overflow-wrap:anywhere}
            a{color:var(--link)}
            nav{margin:1rem 0;display:flex;flex-wrap:wrap;gap:.25rem 1rem}
            .r-hint,.r-lead{margin:.25rem 0 .75rem;color:var(--soft);overflow-wrap:anywhere}
            .r-tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.75rem;margin:1.25rem 0;padding:0;list-style:none}
            .r-tiles li{padding:.6rem .8rem;background:var(--card);border:1px solid var(--line);border-radius:8px}
            .r-tiles b{display:block;font-size:1.5rem;line-height:1.3}
            .r-bad b{color:var(--bad)}
            .r-warn b{color:var(--warn)}
            .r-good b{color:var(--good)}
            .r-wide{overflow-x:auto;margin:.75rem 0}
            table{width:100%;border-collapse:collapse;font-size:.92rem}
            caption{padding:.25rem 0;text-align:left;font-weight:600}
            th,td{padding:.35rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
            td{min-width:5.5rem}
            th{color:var(--soft);font-weight:600;white-space:nowrap}
            pre{margin:.6rem 0;padding:.7rem .9rem;background:var(--card);border:1px solid var(--line);border-left-width:4px;border-radius:6px;
            white-space:pre-wrap;overflow-wrap:anywhere;font:13.5px/1.5 ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace}
            .r-error{border-left-color:var(--bad)}
            .r-warning{border-left-color:var(--warn)}
            .r-rule{border-left-color:var(--bad)}
            .r-drawing{overflow-x:auto;margin:.75rem 0;border:1px solid var(--line);border-radius:8px}
            .r-drawing svg{display:block;min-width:44rem;max-width:100%;height:auto}
            @media (prefers-color-scheme:dark){
            :root{--ink:#e2e8f0;--soft:#9fb0c8;--page:#0b1220;--card:#111a2c;--line:#334155;--bad:#f87171;--warn:#facc15;--good:#4ade80;--link:#93c5fd}
            }
            @media (max-width:40rem){
            body{padding:1rem .75rem 2rem}
            .r-drawing svg{min-width:64rem}
            thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
            tbody,tr,td{display:block}
            tr{padding:.4rem 0;border-bottom:1px solid var(--line)}
            td{display:grid;grid-template-columns:7rem 1fr;gap:.5rem;padding:.1rem 0;border:0}
            td::before{content:attr(data-label);color:var(--soft)}
            td:empty{display:none}
            }
            @media print{
            :root{--ink:#000;--soft:#333;--page:#fff;--card:#fff;--line:#999;--bad:#b91c1c;--warn:#854d0e;--good:#166534;--link:#000}
            @page{margin:12mm}
            html{font-size:12px}
            body{max-width:none;padding:0;font-size:12px}
            h2{margin-top:1.4rem}
            td{min-width:4.2rem}
            nav{display:none}
            h2,h3,caption{break-after:avoid}
            tr,pre,.r-tiles li{break-inside:avoid}
            .r-wide,.r-drawing{overflow:visible}
            .r-drawing{break-inside:avoid}
            .r-drawing svg{min-width:0;width:100%;max-height:135mm}
            }
            """;

    private Look() {}
}
