import { Parser } from 'htmlparser2';

/** A feed's hub stands in its head: what follows its first entries is not searched. */
const headChars = 20_000;

/**
 * The WebSub hub that an answer names and the topic to ask it for (the feed's own address of itself, else `url`): from the
 * Link header, which comes first, or the feed itself (Atom and RSS links, JSON Feed's `hubs`). Null when it names none.
 */
export function findHub(
  headers: Record<string, string>,
  text: string,
  url: string,
): { hub: string; topic: string } | null {
  const links = new Map<string, string>();
  for (const [rel, href] of [...linkHeader(headers['link'] ?? ''), ...feedLinks(text)]) {
    if (!links.has(rel) && URL.canParse(href, url)) links.set(rel, new URL(href, url).href);
  }
  const hub = links.get('hub');
  return hub && /^https?:/.test(hub) ? { hub, topic: links.get('self') ?? url } : null;
}

/** RFC 8288, as far as it is needed: `<href>; rel="one two"`, several parted by commas. */
function linkHeader(value: string): [rel: string, href: string][] {
  return [...value.matchAll(/<([^<>]*)>((?:\s*;\s*[^;,"]+(?:"[^"]*")?)*)/g)].flatMap(
    ([, href = '', parameters = '']) => {
      const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(parameters);
      return relations(rel?.[1] ?? rel?.[2], href);
    },
  );
}

const relations = (rel: string | undefined, href: string): [string, string][] =>
  (rel ?? '')
    .toLowerCase()
    .split(/\s+/)
    .map((one) => [one, href.trim()]);

function feedLinks(text: string): [rel: string, href: string][] {
  if (text.trimStart().startsWith('{')) return jsonFeedLinks(text);
  const found: [string, string][] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (/^(item|entry)$/.test(name)) parser.reset();
        else if (/^([\w-]+:)?link$/.test(name) && attributes['href'])
          found.push(...relations(attributes['rel'], attributes['href']));
      },
    },
    { xmlMode: true },
  );
  parser.write(text.slice(0, headChars));
  return found;
}

function jsonFeedLinks(text: string): [rel: string, href: string][] {
  try {
    const { hubs, feed_url: self } = JSON.parse(text) as {
      hubs?: { type?: string; url?: string }[];
      feed_url?: string;
    };
    const hub = Array.isArray(hubs) ? hubs.find(({ type }) => /^websub$/i.test(type ?? '')) : undefined;
    return [
      ...(hub?.url ? relations('hub', hub.url) : []),
      ...(typeof self === 'string' ? relations('self', self) : []),
    ];
  } catch {
    return [];
  }
}
