/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-html-hints.h"

#include <string.h>

#define MAX_HINT_BYTES 1000

/* Sorted. */
static const char *const never[] = {
  "amp-ad",    "amp-analytics", "amp-auto-ads", "amp-consent", "amp-embed", "amp-iframe", "amp-sidebar", "amp-social-share",
  "amp-state", "amp-sticky-ad", "applet",       "area",        "aside",     "audio",      "button",      "canvas",
  "datalist",  "dialog",        "embed",        "frame",       "frameset",  "head",       "iframe",      "input",
  "link",      "map",           "menu",         "meta",        "nav",       "noembed",    "noframes",    "noscript",
  "object",    "optgroup",      "option",       "progress",    "script",    "select",     "style",       "svg",
  "template",  "textarea",      "title",        "video",
};

static const char *const never_roles[] = {
  "alert", "alertdialog", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation", "search", "toolbar",
};

/* Phrases of class and id, with every other character than letters and digits as one hyphen. */
static const char *const strong[] = {
  "-ad-",
  "-ads-",
  "-adslot-",
  "-adsbygoogle-",
  "-advert-",
  "-adverts-",
  "-advertisement-",
  "-also-read-",
  "-breadcrumb-",
  "-breadcrumbs-",
  "-comment-",
  "-comments-",
  "-commentlist-",
  "-consent-",
  "-cookie-",
  "-cookies-",
  "-copyright-",
  "-disqus-",
  "-gdpr-",
  "-google-auto-",
  "-latest-news-",
  "-lightbox-",
  "-login-",
  "-masthead-",
  "-menu-",
  "-modal-",
  "-more-news-",
  "-most-read-",
  "-nav-",
  "-navbar-",
  "-navigation-",
  "-newsletter-",
  "-no-print-",
  "-noprint-",
  "-outbrain-",
  "-pagination-",
  "-paging-",
  "-popup-",
  "-popular-",
  "-read-also-",
  "-read-more-",
  "-readmore-",
  "-recommend-",
  "-recommended-",
  "-recommendation-",
  "-recommendations-",
  "-related-",
  "-respond-",
  "-screen-reader-text-",
  "-share-",
  "-sharebar-",
  "-sharedaddy-",
  "-sharethis-",
  "-sharing-",
  "-site-footer-",
  "-skip-link-",
  "-sponsor-",
  "-sponsored-",
  "-sr-only-",
  "-subscribe-",
  "-subscription-",
  "-taboola-",
  "-tag-list-",
  "-taglist-",
  "-tags-",
  "-trending-",
  "-visually-hidden-",
  "-you-may-like-",
  "-infobox-",
  "-navbox-",
  "-editsection-",
  "-reference-",
  "-references-",
  "-reflist-",
  "-toc-",
  "-catlinks-",
  "-date-header-",
  "-post-footer-",
};

static const char *const weak[] = {
  "-addthis-", "-author-", "-author-bio-", "-author-box-",   "-banner-",    "-byline-", "-entry-meta-",
  "-footer-",  "-hidden-", "-meta-",       "-more-stories-", "-post-meta-", "-promo-",  "-sidebar-",
  "-social-",  "-sticky-", "-timestamp-",  "-toolbar-",      "-topbar-",    "-widget-", "-widgets-",
};

static const char *const body_classes[] = {
  "-article-body-",    "-article-content-", "-article-details-", "-article-text-",  "-articlebody-",        "-content-inner-body-",
  "-details-content-", "-entry-content-",   "-news-body-",       "-news-content-",  "-news-details-",       "-post-body-",
  "-post-content-",    "-single-content-",  "-story-body-",      "-story-content-", "-story-element-text-",
};

static const char *const headline_classes[] = { "-entry-title-", "-post-title-", "-article-title-", "-headline-", "-story-title-" };

/* Lines, in lower case, without a final colon or full stop. */
static const char *const furniture[] = {
  "advertisement", "ads",     "also read", "copied",       "copy link",       "facebook",  "follow us",   "google news",
  "listen",        "print",   "read more", "related news", "related stories", "share",     "share this",  "share this article",
  "sponsored",     "twitter", "whatsapp",  "আরও পড়ুন",      "আরও পড়ুন",         "আরো পড়ুন",   "আরো পড়ুন",     "আরও খবর",
  "আরো খবর",       "বিজ্ঞাপন", "শেয়ার",     "শেয়ার",        "শেয়ার করুন",       "শেয়ার করুন", "সম্পর্কিত খবর", "প্রিন্ট",
};

static const char *const furniture_beginnings[] = {
  "also read:", "read more:", "read also:", "আরও পড়ুন:", "আরও পড়ুন:", "আরো পড়ুন:", "আরো পড়ুন:", "আরও পড়ুন :", "আরও পড়ুন :",
};

/* "-site-header-main-menu-" of class="site-header mainMenu". */
static char *
phrases_of (xmlNode *element)
{
  static const char *const attributes[] = { "class", "id", "aria-labelledby" };
  GString *out;

  if (element->properties == NULL)
    return NULL;
  out = g_string_new ("-");
  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      g_autofree char *text = sutra_html_dup_attribute (element, attributes[i], MAX_HINT_BYTES);

      for (const char *p = text; p != NULL && *p != '\0'; p++)
        {
          if (g_ascii_isupper (*p) && p > text && g_ascii_islower (p[-1]))
            g_string_append_c (out, '-');
          if (g_ascii_isalnum (*p))
            g_string_append_c (out, g_ascii_tolower (*p));
          else if (out->str[out->len - 1] != '-')
            g_string_append_c (out, '-');
        }
      if (out->str[out->len - 1] != '-')
        g_string_append_c (out, '-');
    }
  return g_string_free (out, FALSE);
}

static gboolean
has_phrase (const char *phrases, const char *const *wanted, gsize n)
{
  for (gsize i = 0; phrases != NULL && i < n; i++)
    if (strstr (phrases, wanted[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_hidden (xmlNode *element)
{
  g_autofree char *aria = NULL;
  g_autofree char *style = NULL;

  if (element->properties == NULL)
    return FALSE;
  if (sutra_html_has_attribute (element, "hidden"))
    return TRUE;
  aria = sutra_html_dup_attribute (element, "aria-hidden", 8);
  if (g_strcmp0 (aria, "true") == 0)
    return TRUE;
  style = sutra_html_dup_attribute (element, "style", 4000);
  if (style != NULL)
    {
      char *to = style;

      for (const char *p = style; *p != '\0'; p++)
        if (!sutra_html_is_space (*p))
          *to++ = g_ascii_tolower (*p);
      *to = '\0';
    }
  return style != NULL && (strstr (style, "display:none") != NULL || strstr (style, "visibility:hidden") != NULL);
}

SutraHtmlHint
sutra_html_hint (xmlNode *element)
{
  const char *name = (const char *) element->name;
  g_autofree char *role = NULL;
  g_autofree char *phrases = NULL;

  if (sutra_html_in (never, G_N_ELEMENTS (never), name) || is_hidden (element))
    return SUTRA_HTML_HINT_NEVER;
  if (element->properties != NULL)
    {
      role = sutra_html_dup_attribute (element, "role", 40);
      if (role != NULL && sutra_html_in (never_roles, G_N_ELEMENTS (never_roles), role))
        return SUTRA_HTML_HINT_NEVER;
    }
  if (strcmp (name, "footer") == 0)
    return SUTRA_HTML_HINT_STRONG;
  if (strcmp (name, "html") == 0 || strcmp (name, "body") == 0 || strcmp (name, "main") == 0 || strcmp (name, "article") == 0)
    return SUTRA_HTML_HINT_NONE;

  phrases = phrases_of (element);
  if (has_phrase (phrases, strong, G_N_ELEMENTS (strong)))
    return SUTRA_HTML_HINT_STRONG;
  if (strcmp (name, "header") == 0 || has_phrase (phrases, weak, G_N_ELEMENTS (weak)))
    return SUTRA_HTML_HINT_WEAK;
  return SUTRA_HTML_HINT_NONE;
}

gboolean
sutra_html_is_marked_body (xmlNode *element)
{
  g_autofree char *item = NULL;
  g_autofree char *phrases = NULL;

  if (element->properties == NULL)
    return FALSE;
  item = sutra_html_dup_attribute (element, "itemprop", 200);
  if (item != NULL && strstr (item, "articleBody") != NULL)
    return TRUE;
  phrases = phrases_of (element);
  return has_phrase (phrases, body_classes, G_N_ELEMENTS (body_classes));
}

gboolean
sutra_html_is_marked_headline (xmlNode *element)
{
  g_autofree char *item = NULL;
  g_autofree char *phrases = NULL;

  if (element->properties == NULL)
    return FALSE;
  item = sutra_html_dup_attribute (element, "itemprop", 200);
  if (item != NULL && strstr (item, "headline") != NULL)
    return TRUE;
  phrases = phrases_of (element);
  return has_phrase (phrases, headline_classes, G_N_ELEMENTS (headline_classes));
}

gboolean
sutra_html_is_site_title (xmlNode *h1)
{
  xmlNode *link = sutra_html_find (h1, h1, "a");
  g_autofree char *href = link != NULL ? sutra_html_dup_attribute (link, "href", 200) : NULL;
  g_autofree char *own = href != NULL ? sutra_html_dup_text (h1, 400) : NULL;
  g_autofree char *linked = href != NULL ? sutra_html_dup_text (link, 400) : NULL;
  const char *path = href;

  if (href == NULL || g_strcmp0 (own, linked) != 0)
    return FALSE;
  if (strstr (href, "://") != NULL)
    path = strchr (strstr (href, "://") + 3, '/');
  return path == NULL || strcmp (path, "/") == 0 || g_str_has_prefix (path, "/index.");
}

gboolean
sutra_html_is_furniture (const char *line)
{
  g_autofree char *lower = g_utf8_strdown (line, -1);
  gsize length;

  for (gsize i = 0; i < G_N_ELEMENTS (furniture_beginnings); i++)
    if (g_str_has_prefix (lower, furniture_beginnings[i]))
      return TRUE;
  length = strlen (lower);
  while (length > 0 && strchr (":.! ", lower[length - 1]) != NULL)
    lower[--length] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (furniture); i++)
    if (strcmp (lower, furniture[i]) == 0)
      return TRUE;
  return FALSE;
}
