/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-report-style.h"

#include "sutra-type-style.h"

static const char sheet[] =
    ":root{color-scheme:light dark;--bg:#fff;--fg:#1d1d20;--soft:#5e5c64;--rule:#d8d7dc;--card:#f6f5f8;--link:#1a5fb4;"
    "--serif:\"Noto Serif Bengali\",\"Noto Serif\",\"Noto Sans Bengali\",\"Lohit Bengali\",Kalpurush,SolaimanLipi,Georgia,serif;"
    "--sans:\"Cantarell\",\"Inter\",\"Noto Sans\",\"Noto Sans Bengali\",\"Lohit Bengali\",system-ui,sans-serif}\n"
    "@media screen and (prefers-color-scheme:dark){:root{--bg:#1d1d20;--fg:#f0eff2;--soft:#a9a7b0;--rule:#46444c;--card:#28272c;"
    "--link:#99c1f1}}\n"
    "*{box-sizing:border-box}\n"
    "html{background:var(--bg);color:var(--fg);font:1rem/1.6 var(--sans)}\n"
    "body{max-width:54rem;margin:0 auto;padding:3rem 1.5rem 4rem}\n"
    "header{border-bottom:2px solid var(--fg);padding-bottom:1.25rem;margin-bottom:2rem}\n"
    ".kind{margin:0 0 .5rem;color:var(--soft);font-size:.85rem;letter-spacing:.08em;text-transform:uppercase}\n"
    "h1{font:700 2rem/1.35 var(--serif);margin:0;overflow-wrap:anywhere}\n"
    "h2{font:700 1.25rem/1.4 var(--sans);margin:2.75rem 0 .9rem;overflow-wrap:anywhere}\n"
    "a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.18em}\n"
    "a:focus-visible,:target{outline:2px solid var(--link);outline-offset:2px}\n"
    "dl{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr;gap:.3rem 1.5rem;margin:0 0 1.25rem}\n"
    "dt{color:var(--soft)}dd{margin:0;min-width:0;overflow-wrap:anywhere}\n"
    "code{font:.875em/1.5 \"Source Code Pro\",\"DejaVu Sans Mono\",monospace;word-break:break-all}\n"
    ".note,.note+time,.note+data{color:var(--soft);font-size:.875rem}\n"
    ".legend{display:flex;flex-wrap:wrap;gap:.5rem 1.4rem;list-style:none;margin:0 0 .8rem;padding:0}\n"
    ".legend li{display:inline-flex;align-items:center;gap:.45rem}\n"
    ".k{display:inline-block;min-width:1.5em;padding:0 .35em;border-radius:.3em;background:var(--b);color:var(--bt);"
    "border:1px solid var(--l);font:700 .8rem/1.5 var(--sans);text-align:center}\n"
    ".text{font:1.125rem/2.15 var(--serif);background:var(--card);border:1px solid var(--rule);border-radius:.6rem;"
    "padding:1.5rem 1.75rem;overflow-wrap:anywhere}\n"
    ".text p{margin:0;white-space:pre-wrap;tab-size:4}\n"
    "mark{background:none;color:inherit;border-bottom:2px solid var(--l);-webkit-box-decoration-break:clone;box-decoration-break:clone}\n"
    ".l0{background:var(--f);border-radius:.2em .2em 0 0}\n"
    ".l1{padding-bottom:4px}.l2{padding-bottom:8px}.l3{padding-bottom:12px}.l4{padding-bottom:16px}.l5{padding-bottom:20px}\n"
    ".part{border-bottom-style:dashed}\n"
    ".b{text-decoration:none;white-space:nowrap;scroll-margin:6rem}\n"
    ".b::after{content:attr(data-badge);margin:0 .12em;padding:0 .3em;border-radius:.3em;background:var(--b);"
    "color:var(--bt);border:1px solid var(--l);font:700 .66rem/1.35 var(--sans);vertical-align:super}\n"
    "table{width:100%;border-collapse:collapse;margin:0 0 2rem}\n"
    "caption{text-align:start;font-weight:700;padding:.4rem 0 .5rem}caption .k{margin-inline-end:.5rem}\n"
    "th{text-align:start;font-size:.8rem;font-weight:600;color:var(--soft);border-bottom:1px solid var(--fg);padding:.3rem .75rem .3rem 0}\n"
    "td{vertical-align:top;border-bottom:1px solid var(--rule);padding:.5rem .75rem .5rem 0;overflow-wrap:anywhere}\n"
    "th:last-child,td:last-child{padding-inline-end:0}\n"
    ".n{text-align:end;font-variant-numeric:tabular-nums;width:6rem;padding-inline-end:1.5rem}\n"
    ".entities td:first-child{width:38%}\n"
    ".entities td:first-child>span:first-child{font-weight:600}\n"
    ".entities tr{scroll-margin:2rem}\n"
    ".r{font-variant-numeric:tabular-nums;margin-inline-start:.35rem;font-size:.875rem}\n"
    "@media (max-width:40rem){body{padding:1.5rem 1rem}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}.text{padding:1rem}}\n"
    "@page{size:A4;margin:18mm 16mm 20mm;@bottom-right{content:counter(page) \" / \" counter(pages);font:8pt sans-serif;color:#5e5c64}}\n"
    "@media print{html{font-size:10pt}body{max-width:none;padding:0}a{color:inherit}"
    ".text{border:0;padding:0;background:none;font-size:11pt;line-height:2}"
    "mark,.k,.b::after{-webkit-print-color-adjust:exact;print-color-adjust:exact}"
    "h2,caption,thead tr{break-after:avoid}tbody tr:first-child{break-before:avoid}tr,dl,.legend{break-inside:avoid}thead{display:table-header-group}"
    ".text p{orphans:3;widows:3}:target{outline:0}}\n";

static void
append_color (GString *css, const char *name, const SutraColor *color)
{
  g_string_append_printf (css, "--%s:#%02x%02x%02x", name, (guint) (color->red * 255 + 0.5f), (guint) (color->green * 255 + 0.5f),
                          (guint) (color->blue * 255 + 0.5f));
  if (color->alpha < 0.999f)
    g_string_append_printf (css, "%02x", (guint) (color->alpha * 255 + 0.5f));
  g_string_append_c (css, ';');
}

static void
append_types (GString *css, const SutraSnapshot *snapshot, SutraTheme theme)
{
  for (guint i = 0; i < snapshot->types->len; i++)
    {
      SutraTypeStyle style;

      sutra_type_style_derive (sutra_snapshot_type (snapshot, i)->color, theme, &style);
      g_string_append_printf (css, ".t%u{", i);
      append_color (css, "f", &style.fill);
      append_color (css, "l", &style.line);
      append_color (css, "b", &style.badge_fill);
      append_color (css, "bt", &style.badge_text);
      g_string_append (css, "}");
    }
}

char *
sutra_report_style (const SutraSnapshot *snapshot)
{
  GString *css = g_string_new (sheet);

  append_types (css, snapshot, SUTRA_THEME_LIGHT);
  g_string_append (css, "\n@media screen and (prefers-color-scheme:dark){");
  append_types (css, snapshot, SUTRA_THEME_DARK);
  g_string_append (css, "}\n");
  return g_string_free (css, FALSE);
}
