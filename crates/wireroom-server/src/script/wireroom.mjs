// What a page does more where scripts run: keys, the note beside a sentence, the line that says what came meanwhile,
// suggestions while searching. Nothing needs it: every action is a link or a form of the page. It moves nothing that is
// being read, asks no other house, and takes every word from the page.

const here = document.querySelector("script[data-base]");
const { base, mark, now, live } = here.dataset;
const words = here.dataset;
const one = (query, root = document) => root.querySelector(query);
const all = (query, root = document) => [...root.querySelectorAll(query)];
const go = (path) => location.assign(base + path);

function make(tag, props = {}, ...children) {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
}

// One quiet voice for those who hear the page.
const voice = make("p", { className: "unseen" });
voice.setAttribute("role", "status");
document.body.append(voice);
const say = (text) => { voice.textContent = text; };

/* Items: whatever has `data-item`, the path of its own page. The one that has the focus is the present one. */

const items = () => all("[data-item]").filter((item) => item.offsetParent);
const present = () => document.activeElement?.closest?.("[data-item]");
const door = (item) => one("h1 a, h2 a, h3 a, a", item);

function step(by) {
  const list = items();
  const at = list.indexOf(present());
  let next = list[at + by];
  if (at < 0) next = by > 0 ? list.find((item) => item.getBoundingClientRect().bottom > 60) : undefined;
  if (next) {
    door(next)?.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  } else if (!list.length) one(by > 0 ? "a[rel~=next]" : "a[rel~=prev]")?.click();
}

async function post(path, fields) {
  const answer = await fetch(base + path, {
    method: "POST", redirect: "manual", body: new URLSearchParams({ csrf: mark, ...fields }),
  });
  if (answer.type !== "opaqueredirect" && !answer.ok) throw new Error(answer.status);
}

// Read or starred, or no longer. On the item's own page its form is pressed.
async function turn(what, shown) {
  const item = present();
  if (!item) return one(`form[action$="/${what}"] button`)?.click();
  const was = item.classList.contains(shown);
  try {
    await post(`${item.dataset.item}/${what}`, was ? { to: "no" } : {});
    item.classList.toggle(shown, !was);
    if (what === "read" && item.id) one(`.squares a[href="#${item.id}"]`)?.classList.toggle("read", !was);
    say(words[(was ? "not" : "is") + (what === "read" ? "Read" : "Starred")]);
  } catch {
    say(words.failed);
  }
}

function original() {
  const link = one("a[data-original]", present() ?? document);
  if (link) window.open(link.href, "_blank", "noopener,noreferrer");
  else if (present()) door(present()).click();
}

function search() {
  const field = one("main input[type=search], main input[name=q]");
  if (field) { field.focus(); field.select(); } else go("/search");
}

/* The keys' own page, shown over this one. */

async function help() {
  let open = one("dialog");
  if (!open) {
    const page = await (await fetch(`${base}/keys`)).text();
    const main = new DOMParser().parseFromString(page, "text/html").querySelector("main");
    const close = make("form", { method: "dialog" }, make("button", { textContent: words.close }));
    open = make("dialog", {}, ...main.children, close);
    open.setAttribute("aria-label", words.keys);
    document.body.append(open);
  }
  open.open ? open.close() : open.showModal();
}

const places = { e: "/", l: "/latest", t: "/tags", o: "/outlets", f: "/feeds", s: "/search", a: "/ask", k: "/keys" };
const keys = {
  j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1),
  o: () => (present() ? door(present()).click() : 0),
  l: () => one("a[rel~=next]")?.click(), h: () => one("a[rel~=prev]")?.click(),
  m: () => turn("read", "seen"), s: () => turn("star", "starred"),
  v: original, u: () => (history.length > 1 ? history.back() : go("/")),
  "/": search, "?": help,
};
let going = 0;

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const on = event.target;
  if (event.key === "Escape") {
    if (one("dialog")?.open) one("dialog").close();
    else if (shut()) event.preventDefault();
    else if (on.matches?.("input, textarea")) on.blur();
    return;
  }
  if (on.isContentEditable || on.matches?.("input:not([type=checkbox], [type=radio]), textarea, select")) return;
  const was = going;
  going = 0;
  const act = Date.now() - was < 1500 ? places[event.key] && (() => go(places[event.key])) : keys[event.key];
  if (event.key === "g" && !act) going = Date.now();
  else if (act && !(one("dialog")?.open && act !== help)) { event.preventDefault(); act(); }
});

/* The note at a mark: the words of its source beside the sentence, or under its paragraph. */

let opened;

function shut() {
  if (!opened) return false;
  const { cite, note } = opened;
  opened = undefined;
  note.remove();
  cite.setAttribute("aria-expanded", "false");
  cite.closest(".s")?.classList.remove("open");
  if (note.contains(document.activeElement) || document.activeElement === document.body) cite.focus();
  return true;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without https a browser lends its clipboard to a selection only.
    const field = make("textarea", { value: text, className: "unseen" });
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  say(words.copied);
}

const plain = (text) => text.trim().replace(/\s+/g, " ");

// A quotation with its outlet and the address of its words, as Markdown.
function markdown(source, passage) {
  const outlet = plain(one("b", source)?.textContent ?? "").replace(/[[\]]/g, "\\$&");
  const time = plain(one("time", source)?.textContent ?? "");
  return `> ${plain(passage.textContent)}\n>\n> [${outlet}${time && `, ${time}`}](${passage.href})\n`;
}

function note(cite, source) {
  const aside = make("aside", { id: "note", className: "margin" });
  aside.setAttribute("role", "note");
  const head = source.cloneNode(true);
  all("ul, .no, .unseen", head).forEach((part) => part.remove());
  aside.append(make("p", {}, ...head.childNodes));
  let passages = all(".passages a", source);
  // Of a source's passages the one that this sentence is, where it stands among them.
  const sentence = cite.closest(".s")?.cloneNode(true);
  if (sentence) {
    all(".cite", sentence).forEach((part) => part.remove());
    const its = passages.filter((passage) => plain(passage.textContent) === plain(sentence.textContent));
    if (its.length) passages = its;
  }
  for (const passage of passages) {
    const quote = make("blockquote", {}, passage.cloneNode(true));
    const list = passage.closest("[lang]");
    if (list) [quote.lang, quote.dir] = [list.lang, list.dir];
    aside.append(quote);
  }
  const button = make("button", { type: "button", className: "plain", textContent: words.copy });
  button.onclick = async () => {
    await copy(passages.map((passage) => markdown(source, passage)).join("\n"));
    button.textContent = words.copied;
  };
  const close = make("button", { type: "button", className: "plain", textContent: words.close, onclick: shut });
  aside.append(make("p", { className: "actions" }, button, close));
  const block = cite.closest("p, li, dd, td") ?? cite.parentElement;
  if (block.matches("p")) block.after(aside);
  else block.append(aside);
  const brief = aside.parentElement;
  if (brief.matches(".brief")) {
    brief.classList.add("margined");
    aside.style.insetBlockStart = `${(cite.closest(".s") ?? block).offsetTop}px`;
  }
  return aside;
}

const cites = all("a.cite[href^='#src-']");
for (const cite of cites) {
  cite.setAttribute("aria-expanded", "false");
  cite.setAttribute("aria-controls", "note");
}
addEventListener("click", (event) => {
  const cite = event.target.closest?.("a.cite[aria-controls]");
  if (!cite || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const source = document.getElementById(cite.hash.slice(1));
  if (!source) return;
  event.preventDefault();
  const again = opened?.cite === cite;
  shut();
  if (again) return;
  cite.setAttribute("aria-expanded", "true");
  cite.closest(".s")?.classList.add("open");
  opened = { cite, note: note(cite, source) };
});

/* What came meanwhile: asked once a minute while the page is looked at, said in one line that lies over its edge. */

const MINUTE = 60_000;
const MOST_FAILURES = 5;
let failures = 0;

async function look() {
  if (document.hidden || failures >= MOST_FAILURES) return;
  try {
    const answer = await fetch(`${base}/live.json?since=${now}${live ? `&story=${live}` : ""}`, { cache: "no-cache" });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    const { line } = await answer.json();
    failures = 0;
    if (!line) return;
    const shown = one(".live") ?? make("p", { className: "live" });
    shown.replaceChildren(make("a", { href: location.pathname + location.search, textContent: line }));
    if (!shown.isConnected) document.body.append(shown);
  } catch {
    failures += 1;
  }
}

if (now) {
  setInterval(look, MINUTE);
  let seen = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && Date.now() - seen > MINUTE) look();
    seen = Date.now();
  });
}

/* A house that fills shows how far it is, until its reader holds the page. */

const renew = one("[data-renew]")?.dataset.renew;
if (renew) setTimeout(() => { if (!one("dialog")?.open) location.reload(); }, renew * 1000);

/* Suggestions while searching, in the browser's own list. */

const field = one("input[data-suggest]");
if (field) {
  const list = make("datalist", { id: "suggested" });
  field.after(list);
  field.setAttribute("list", list.id);
  let wait;
  field.addEventListener("input", () => {
    clearTimeout(wait);
    const asked = field.value.trim();
    if (asked.length < 2) return;
    wait = setTimeout(async () => {
      try {
        const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(asked)}`);
        const { suggestions } = await answer.json();
        if (field.value.trim() === asked) {
          list.replaceChildren(...suggestions.map((one) => make("option", { value: one.name })));
        }
      } catch {
        list.replaceChildren();
      }
    }, 150);
  });
}
