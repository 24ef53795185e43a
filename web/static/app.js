// onrecord: what the page adds to plain forms and links. Without this file
// everything still works; with it, decisions are made in place, files are
// dropped in, and keys do what the buttons do.

const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const on = (type, hear, how) => document.addEventListener(type, hear, how);
const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
const parse = (html) => new DOMParser().parseFromString(html, "text/html");
const held = (event) => event.ctrlKey || event.metaKey || event.altKey;

const root = document.documentElement;
root.classList.add("scripted");

// say has a screen reader read text.
function say(text) {
  const live = $("#live");
  live.textContent = "";
  setTimeout(() => { live.textContent = text; }, 50);
}

const gone = "The program does not answer. Is it still running?";
const reason = (error) => (error instanceof TypeError ? gone : error.message);

// complain shows that something was not done, where a flash would stand.
function complain(text) {
  const box = make("div", { className: "flash bad" });
  box.append(make("p", { textContent: text }));
  $("#flash").replaceChildren(box);
  say(`Not done: ${text}`);
}

// remember keeps a preference of this browser; it may refuse to.
const remember = {
  get(name, where = "localStorage") { try { return window[where].getItem(name); } catch { return null; } },
  set(name, value, where = "localStorage") { try { window[where].setItem(name, value); } catch { /* it is only a preference */ } },
};

/* Going from page to page ------------------------------------------------ */

const parts = ["#flash", "#panel", "#text", "#list"];

// swap puts the parts of the page in html in place of those shown. Scroll
// positions stay, so nothing jumps.
function swap(html) {
  hideNote();
  const next = parse(html);
  for (const id of parts) {
    const old = $(id), fresh = $(id, next);
    if (!old || !fresh) continue;
    const top = old.scrollTop;
    old.replaceWith(document.adoptNode(fresh));
    fresh.scrollTop = top;
  }
  document.title = next.title;
  ready();
}

// ready prepares the parts of a page that has come.
function ready() {
  showLooks();
  readyTimes();
  showCaret();
  readyEnds();
  turned();
}

// send posts a form and gives the page that answers it. The answer must hold
// a panel, else the whole page is another one and is gone to.
async function send(form, button) {
  const body = new URLSearchParams(new FormData(form));
  const address = button?.getAttribute("formaction") || form.getAttribute("action");
  const answer = await fetch(address, { method: "POST", body, headers: { Accept: "text/html" } });
  const html = await answer.text();
  if (!answer.ok) throw new Error(plain(html) || `the program answered ${answer.status}`);
  return { html, address: answer.url };
}

// rewind takes the last decision back ("undo") or does it again ("redo"),
// whichever page it was made on.
function rewind(how) {
  const offered = document.getElementById(how);
  if (offered) return offered.form.requestSubmit(offered);
  const form = make("form", { method: "post", action: `/${how}`, hidden: true });
  form.append(make("input", { name: "back", value: location.pathname + location.search }));
  document.body.append(form);
  if ($("#panel")) decide(form, null, false).finally(() => form.remove());
  else form.submit();
}

// drafts are the fields that hold words which were not sent.
const drafts = (part, but) => $$("form[method=post] textarea, form[method=post] input[type=text]", part)
  .filter((field) => field.form !== but && field.value !== field.defaultValue);

let leaving = false; // a form is being sent

addEventListener("beforeunload", (event) => { if (!leaving && drafts(document).length > 0) event.preventDefault(); });

// plain is the sentence of an error page.
function plain(html) {
  const page = parse(html);
  return [$("main h1", page), $("main .lede", page)].filter(Boolean).map((e) => e.textContent.trim()).join(". ");
}

let sending = false;

// decide sends a form whose answer is swapped in. onward says that the next
// suggestion takes the focus, as a key does; a click stays where it was.
async function decide(form, button, onward) {
  if (sending) return;
  const typed = drafts($("#panel"), form);
  if (typed.length > 0 && !confirm("What you typed beside the text is not saved yet. Leave it?")) return typed[0].focus();
  sending = true;
  const fact = form.dataset.fact;
  const after = onward && fact ? following(fact) : null;
  button?.setAttribute("aria-busy", "true");
  try {
    const { html, address } = await send(form, button);
    if (!html.includes('id="panel"') || !$("#panel")) return location.assign(address);
    swap(html);
    say($("#flash .flash p")?.textContent ?? "Done.");
    settle(fact, $("#flash .flash.bad") ? null : after);
  } catch (error) {
    complain(reason(error));
  } finally {
    sending = false;
    button?.removeAttribute("aria-busy");
  }
}

// settle gives the focus back after a swap.
function settle(fact, after) {
  const next = after && document.getElementById(after);
  if (next) return take(next);
  const card = fact ? document.getElementById(fact) : $(".card.now");
  const target = card && ($("summary", card) ?? card);
  (target ?? $("#panel")).focus({ preventScroll: true });
}

on("submit", (event) => {
  const form = event.target;
  if (form.id === "drop") {
    event.preventDefault();
    bring([...$$("input[type=file]", form)].flatMap((input) => [...input.files]));
  } else if (form.matches("[data-swap]") && $("#panel")) {
    event.preventDefault();
    decide(form, event.submitter, false);
  } else {
    leaving = true;
  }
});

// The list beside the text shows the article that is open.
for (const here of $$("#list [aria-current]")) {
  const list = $("#list");
  if (list.scrollHeight > list.clientHeight) list.scrollTop = here.offsetTop - list.clientHeight / 3;
}

/* Suggestions and their cards -------------------------------------------- */

const open = () => $$('.card[data-state="suggestion"]');

// inHand is the card that keys act on.
function inHand() {
  return document.activeElement?.closest?.(".card[data-state]") ?? $(".card.now[data-state]");
}

// following is the key of the suggestion after fact, round to the first.
function following(fact) {
  const cards = open();
  const at = cards.findIndex((card) => card.id === fact);
  const next = cards[(at + 1) % cards.length];
  return next && next.id !== fact ? next.id : null;
}

// take makes card the one in hand, shows its words and gives it the focus.
function take(card, focus = true) {
  for (const e of $$(".now")) if (!e.closest(".legend")) e.classList.remove("now");
  card.classList.add("now");
  const marks = marksOf(card.id);
  for (const mark of marks) mark.classList.add("now");
  if (root.dataset.focus === "on") turn("focus"); // it hides the card
  for (const fold of $$(":scope > details", card)) fold.open = true;
  marks[0]?.scrollIntoView({ block: "center" });
  card.scrollIntoView({ block: "nearest" });
  if (focus) card.focus({ preventScroll: true });
}

// step goes to the suggestion by steps after the one in hand.
function step(by) {
  const cards = open();
  if (cards.length === 0) return say("No suggestion is left in this article.");
  const all = $$(".card[data-state]"), from = all.indexOf(inHand());
  const ahead = cards.filter((card) => (all.indexOf(card) - from) * by > 0);
  take((by > 0 ? ahead[0] : ahead.at(-1)) ?? (by > 0 ? cards[0] : cards.at(-1)));
}

// press does what a button or link of the card in hand does.
function press(act) {
  const card = inHand();
  const control = card && $(`[data-act="${act}"]`, card);
  if (control?.matches("a")) control.click();
  else if (control) decide(control.form, control, true);
  else if (!["claim", "link"].includes(act)) step(1);
}

const marksOf = (key) => $$("#text mark").filter((mark) => (mark.dataset.facts ?? "").split(" ").includes(key));

// A click on words shows their card; another one on the same words the card of
// the mark around it. Where the cards stand below the text, the words of a time
// show their note first.
on("click", (event) => {
  const mark = event.target.closest?.("#text .body mark");
  if (!mark || !getSelection().isCollapsed) return;
  if (!wide() && noteOf(mark) && pressed !== mark) showNote(mark);
  else showCard(mark);
});

function showCard(mark) {
  const keys = mark.dataset.facts.split(" ");
  openCard(keys[(keys.indexOf($(".card.now")?.id) + 1) % keys.length]);
}

// openCard takes a card, if need be from the tab that has it.
function openCard(key) {
  const card = document.getElementById(key);
  if (card) return take(card, false);
  const tab = { note: "notes", tag: "notes", evidence: "claims" }[key.split("-")[0]] ?? "facts";
  location.assign(`${location.pathname}?${new URLSearchParams({ tab, f: key })}#${key}`);
}

// A card under the pointer or with the focus has its words shown in the text.
function shine(event) {
  const card = event.target.closest?.(".card");
  for (const mark of $$("#text mark.seen")) mark.classList.remove("seen");
  if (card?.id) for (const mark of marksOf(card.id)) mark.classList.add("seen");
}
on("pointerover", shine);
on("focusin", shine);

// Numbers in the text and links between cards stay on the page where they can.
on("click", (event) => {
  const link = event.target.closest?.("#text sup a, .card :is(.chip, .reads) a, .card a.n");
  const card = link?.matches(".n") ? link.closest(".card") : link?.hash && document.getElementById(link.hash.slice(1));
  if (!card?.matches(".card") || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  take(card);
});

/* The review queue --------------------------------------------------------- */

// queued is what does something with the suggestion under review, null elsewhere.
const queued = (act) => $(`.review .card [data-act="${act}"]:not(:disabled)`);

// turned shows the words of the suggestion that has come up, and keeps the
// address that leads to it. The focus is on its card, wherever it was lost.
function turned() {
  const here = $("#panel")?.dataset.here;
  if (!here) return;
  history.replaceState(null, "", here);
  $("#panel").scrollTop = 0;
  $("#text mark.now")?.scrollIntoView({ block: "center" });
  if (document.activeElement === document.body) $(".card.now")?.focus({ preventScroll: true });
}

/* Times --------------------------------------------------------------------- */

// The words of a time have a note that says what they mean. It is shown while
// the pointer is on the words or on the note, or the words have the focus, and
// Escape puts it away (WCAG 1.4.13). One time in the text is a stop of the Tab
// key; from there arrow keys, and t from anywhere, walk from time to time.
let noted = null; // the mark whose note is shown
let noting = 0; // the timer of what the pointer will show or put away
let pressed = null; // the mark whose note was shown when the pointer went down

const timeOf = (mark) => (mark?.matches?.("#text .body mark.time") ? mark.dataset.facts.split(" ").find((k) => k.startsWith("time-")) : null);
const noteOf = (mark) => document.getElementById(`means-${timeOf(mark)}`);

// times are the first marks of the times in the text, in order.
const times = () => $$("#text .body mark.time").filter((mark, i, all) => noteOf(mark) && timeOf(mark) !== timeOf(all[i - 1]));

function showNote(mark) {
  clearTimeout(noting);
  if (noted === mark || root.dataset.marks === "off") return;
  hideNote();
  const note = noteOf(mark);
  mark.setAttribute("aria-describedby", note.id);
  noted = mark;
  note.showPopover();
  placeNote();
}

// hideNote reports whether there was a note to put away.
function hideNote() {
  clearTimeout(noting);
  if (!noted) return false;
  noted.removeAttribute("aria-describedby");
  noteOf(noted)?.hidePopover();
  noted = null;
  return true;
}

// beside puts a box below words, or above where there is no room. It stays
// over the text, so that the cards can be read with it.
function beside(box, words) {
  const room = box.getBoundingClientRect();
  const text = $("#main").getBoundingClientRect();
  const top = words.bottom + 8 + room.height > innerHeight ? words.top - room.height - 8 : words.bottom + 8;
  box.style.top = `${Math.max(8, top)}px`;
  box.style.left = `${Math.max(text.left + 8, Math.min(words.left, text.right - room.width - 8))}px`;
}

// placeNote puts the note beside its words, unseen while those are scrolled away.
function placeNote() {
  if (!noted?.isConnected) noted = null;
  if (!noted) return;
  const words = noted.getClientRects()[0], text = $("#main").getBoundingClientRect();
  const away = words.bottom < Math.max(0, text.top) || words.top > Math.min(innerHeight, text.bottom);
  noteOf(noted).style.visibility = away ? "hidden" : "";
  beside(noteOf(noted), words);
}
on("scroll", placeNote, { capture: true, passive: true });
addEventListener("resize", placeNote);

on("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const mark = event.target.closest?.("#text .body mark.time");
  clearTimeout(noting);
  if (noteOf(mark)) noting = setTimeout(showNote, 150, mark);
  else if (!event.target.closest?.(".time-note") && noted !== document.activeElement) noting = setTimeout(hideNote, 250);
});
on("pointerdown", (event) => {
  pressed = noted;
  if (event.pointerType === "touch" && !event.target.closest?.("#text .body mark.time, .time-note")) hideNote();
});
on("focusin", (event) => { if (noteOf(event.target)) showNote(event.target); });
on("focusout", (event) => { if (noted === event.target) hideNote(); });

// readyTimes makes the time at the place the one stop of the Tab key.
const readyTimes = (at = 0) => times().forEach((mark, i) => { mark.tabIndex = i === at ? 0 : -1; });

// walkTimes puts the focus on the time by steps after the one that has it.
function walkTimes(by) {
  const all = times();
  if (all.length === 0) return say("No time is told of in this article.");
  const at = all.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
  readyTimes(next);
  all[next].focus({ preventScroll: true });
  all[next].scrollIntoView({ block: "center" });
}

const timeKeys = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

on("keydown", (event) => {
  if (!noteOf(event.target) || held(event)) return;
  if (timeKeys[event.key]) {
    event.preventDefault();
    walkTimes(timeKeys[event.key]);
  } else if (event.key === "Enter") {
    event.preventDefault();
    openCard(timeOf(event.target));
    $(".card.now")?.focus({ preventScroll: true });
  }
});

/* How the text looks -------------------------------------------------------- */

// looks are what the browser remembers of how the text is shown, each an
// attribute of the page and a control beside the text.
const looks = { marks: "on", focus: "off", font: "serif", size: "usual", width: "usual" };

function showLooks() {
  for (const [name, usual] of Object.entries(looks)) {
    const value = remember.get(name) ?? usual, control = $(`[data-look="${name}"]`);
    root.dataset[name] = value;
    if (control?.type === "checkbox") control.checked = value === "on";
    else if (control) control.value = value;
  }
}

function look(name, value) {
  remember.set(name, value);
  showLooks();
  if (name === "marks" && value === "off") hideNote();
  if (name === "focus") say(value === "on" ? "The text alone." : "The list and the panel are back.");
  if (name === "marks") say(value === "on" ? "Highlights shown." : "Highlights hidden.");
}

// turn switches a look that is on or off.
const turn = (name) => look(name, root.dataset[name] === "on" ? "off" : "on");

on("change", ({ target }) => {
  const name = target.dataset?.look;
  if (name) look(name, target.type === "checkbox" ? (target.checked ? "on" : "off") : target.value);
});

/* Selected words ----------------------------------------------------------- */

// points is the number of code points in text.
const points = (text) => [...text].length;

// pieces are the pieces of the text in paragraph p, without its numbers, each
// with the code points of the article's text where it begins and ends.
function pieces(p) {
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("sup") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const all = [];
  for (let at = Number(p.dataset.at); walker.nextNode(); at = all.at(-1).end) {
    const node = walker.currentNode;
    all.push({ node, p, at, end: at + points(node.data) });
  }
  return all;
}

const body = () => $("#text .body");
const paragraphs = () => $$("#text .body [data-at]");

// within is the words of a range: quote, start and end. Offsets are of the
// article's text, in which a blank line parts paragraphs.
function within(range) {
  let words = null, last = null;
  for (const { node, p, at } of paragraphs().filter((e) => range.intersectsNode(e)).flatMap(pieces)) {
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (to <= from || !range.intersectsNode(node)) continue;
    words ??= { start: at + points(node.data.slice(0, from)), quote: "" };
    words.end = at + points(node.data.slice(0, to));
    words.quote += (last && last !== p ? "\n\n" : "") + node.data.slice(from, to);
    last = p;
  }
  return words;
}

const selected = () => (getSelection().isCollapsed ? null : within(getSelection().getRangeAt(0)));

// nodeAt is the place in the page of a code point of the text: late in the
// piece that ends there, else in the one that begins.
function nodeAt(point, late) {
  const all = paragraphs().flatMap(pieces);
  const { node, at } = all.find(({ end }) => end > point || (late && end === point)) ?? all.at(-1);
  return [node, [...node.data].slice(0, Math.max(0, point - at)).join("").length];
}

// pointAt is the code point of the text at a place in the page, else null.
function pointAt(node, offset) {
  const p = (node.nodeType === 3 ? node.parentElement : node).closest?.("#text .body [data-at]");
  return p ? within(rangeOf([p, 0], [node, offset]))?.end ?? Number(p.dataset.at) : null;
}

function rangeOf(from, to) {
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}

const bar = $("#selection");
let kept = null; // the words that the bar is shown for

// showBar puts the bar beside the selected words, clear of the handles of a
// finger, or hides it.
function showBar() {
  if (!bar || bar.contains(document.activeElement)) return;
  kept = selected();
  bar.hidden = !kept;
  if (!kept) return;
  const { top, bottom, left } = getSelection().getRangeAt(0).getBoundingClientRect();
  const room = matchMedia("(pointer: coarse)").matches ? 40 : 0;
  beside(bar, { top: top - room, bottom: bottom + room, left });
}
on("selectionchange", showBar);
on("scroll", showBar, { capture: true, passive: true });

// makeOf goes to the form behind a button of the bar, with the words and where
// they stand. Without words a note is on the whole article.
function makeOf(key) {
  const button = bar && $(`[data-key="${CSS.escape(key)}"]`, bar);
  if (!button || !(kept || key === "m")) return;
  const url = new URL(button.dataset.href, location.href);
  const given = url.pathname.startsWith("/claims") ? { article: bar.dataset.article, text: kept.quote } : {};
  for (const [name, value] of Object.entries({ ...kept, ...given })) url.searchParams.set(name, value);
  location.assign(url.href);
}

bar?.addEventListener("pointerdown", (event) => event.preventDefault());
bar?.addEventListener("click", (event) => makeOf(event.target.closest("button")?.dataset.key ?? ""));
// In the bar arrows and letters lead on, and Escape back to the words.
bar?.addEventListener("keydown", (event) => {
  if (held(event) || event.key === "Tab") return;
  event.stopPropagation();
  if (event.key === "Enter" || event.key === " ") return;
  event.preventDefault();
  const all = $$("button", bar), at = all.indexOf(document.activeElement);
  const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (next !== undefined) all.at(next % all.length).focus();
  else if (event.key === "Escape") (caretOn() ? body() : $("#main")).focus({ preventScroll: true });
  else makeOf(event.key);
});

/* The caret, and ends of a fact ------------------------------------------- */

// The caret is the browser's own, in a text that can be edited for it alone:
// every change to it is refused, and one that comes all the same (an input
// method cannot be refused) has the page loaded again.
const caretOn = () => body()?.isContentEditable === true;

let caret = false; // is wanted
let entering = false; // Enter is held on the text
let telling = 0; // the timer of what is said of words

const editable = { contenteditable: "true", role: "textbox", "aria-readonly": "true", "aria-multiline": "true",
  "aria-label": "The text, with a caret", inputmode: "none", spellcheck: "false" };

function showCaret() {
  if (!body()) return;
  for (const name in editable) caret ? body().setAttribute(name, editable[name]) : body().removeAttribute(name);
  for (const number of $$("#text .body sup")) number.contentEditable = caret ? "false" : "inherit";
  $("#caret")?.setAttribute("aria-pressed", String(caret));
}

// toggleCaret puts a caret into the text, at a code point or where the reader
// is, or takes it away.
function toggleCaret(at) {
  if (!body()) return;
  caret = !caretOn();
  remember.set("caret", caret ? "on" : "off", "sessionStorage");
  showCaret();
  (caret ? body() : $("#main")).focus({ preventScroll: true });
  if (!caret) return say("The caret is gone.");
  const top = Math.max(0, $("#main").getBoundingClientRect().top) + 8;
  at ??= selected() ? undefined : Number(paragraphs().find((p) => p.getBoundingClientRect().bottom > top)?.dataset.at ?? 0);
  if (at !== undefined) setCaret(at, at);
  say("A caret is in the text. Arrows move it, Shift selects, Enter opens what to make of the words, Escape leaves.");
}

// setCaret selects from one code point to another and keeps the end in view.
function setCaret(from, to) {
  const end = nodeAt(to, to > from);
  getSelection().setBaseAndExtent(...nodeAt(from, from > to), ...end);
  end[0].parentElement.scrollIntoView({ block: "nearest" });
}

// edges are the code points in the text where words, sentences or paragraphs
// begin and end.
function edges(granularity) {
  const cut = new Intl.Segmenter(body().lang || undefined, { granularity: granularity === "paragraph" ? "sentence" : granularity });
  const all = { starts: [], ends: [] };
  for (const p of paragraphs()) {
    const text = pieces(p).map(({ node }) => node.data).join(""), at = Number(p.dataset.at);
    for (const { segment, index } of granularity === "paragraph" ? [{ segment: text, index: 0 }] : cut.segment(text)) {
      if (!segment.trim()) continue;
      all.starts.push(at + points(text.slice(0, index)));
      all.ends.push(all.starts.at(-1) + points(segment.trimEnd()));
    }
  }
  return all;
}

const beyond = (all, at, by) => (by > 0 ? all.find((x) => x > at) : all.findLast((x) => x < at)) ?? at;

// along is the way of an arrow key through the text, as the eye sees it.
const rightToLeft = () => getComputedStyle(body()).direction === "rtl";
const along = (key) => ({ ArrowUp: -1, ArrowDown: 1, ArrowLeft: rightToLeft() ? 1 : -1, ArrowRight: rightToLeft() ? -1 : 1 })[key];

on("keydown", (event) => {
  const { key, altKey, shiftKey, target } = event;
  if (key === "F7" && body()) {
    event.preventDefault();
    toggleCaret();
  } else if (altKey && along(key) && caretOn() && target === body()) {
    event.preventDefault();
    const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection(), by = along(key);
    const stops = edges(/Up|Down/.test(key) ? "paragraph" : "sentence")[by > 0 && shiftKey ? "ends" : "starts"];
    const to = beyond(stops, pointAt(focusNode, focusOffset), by);
    setCaret(shiftKey ? pointAt(anchorNode, anchorOffset) : to, to);
  } else if (altKey && /Left|Right/.test(key) && target.closest?.("form:has(.ends)")) {
    event.preventDefault();
    moveEnd(shiftKey ? "start" : "end", along(key));
  }
  entering = key === "Enter" && target.matches?.("#text [contenteditable]");
  if (entering) event.preventDefault();
});

// The bar opens when Enter is let go, or the same Enter would press its button.
on("keyup", (event) => {
  if (event.key !== "Enter" || !entering) return;
  entering = false;
  showBar();
  if (bar.hidden) say("Nothing is selected. Hold Shift while you move.");
  else $("button", bar).focus();
});

for (const change of ["beforeinput", "dragstart", "drop", "paste", "cut"]) {
  on(change, (event) => { if (body()?.contains(event.target)) event.preventDefault(); });
}
on("compositionstart", ({ target }) => { if (target === body()) toggleCaret(); });
on("selectionchange", () => {
  if (!caretOn()) return;
  clearTimeout(telling);
  telling = setTimeout(() => { if (kept) say(`Selected: ${kept.quote}`); }, 600);
});

// The ends of a fact's words are moved word by word: by the buttons of its
// form, by Alt and arrows in it (with Shift the start), or by dragging the
// handles in the text.
let handles = {}; // start and end
let stops = null; // the edges of words

const endsForm = () => body() && $("form:has(.ends)");

function readyEnds() {
  for (const handle of $$(".handle")) handle.remove();
  handles = {};
  CSS.highlights?.delete("ends");
  if (!endsForm()) return;
  stops = edges("word");
  for (const name of ["start", "end"]) {
    const handle = handles[name] = make("span", { className: `handle ${name}` });
    handle.onpointerdown = (event) => { event.preventDefault(); handle.setPointerCapture(event.pointerId); };
    handle.onpointermove = (event) => { if (handle.hasPointerCapture(event.pointerId)) dragEnd(name, event); };
    $("#main").append(handle);
  }
  showEnds();
}

// ended are the code points that the form names, null when it names none.
function ended() {
  const { start, end } = endsForm()?.elements ?? {};
  return start && Number(start.value) < Number(end.value) ? { start: Number(start.value), end: Number(end.value) } : null;
}

// showEnds draws the words of the form into the text, with a handle at each end.
function showEnds() {
  const at = ended(), range = at && rangeOf(nodeAt(at.start, false), nodeAt(at.end, true));
  const lines = range ? [...range.getClientRects()].filter((r) => r.width > 0) : [];
  for (const name in handles) handles[name].hidden = lines.length === 0; // none where the text is not shown whole
  if (!range || !handles.end) return CSS.highlights?.delete("ends");
  CSS.highlights?.set("ends", new Highlight(range));
  if (lines.length === 0) return range;
  const main = $("#main"), box = main.getBoundingClientRect();
  for (const [name, r, far] of [["start", lines[0], rightToLeft()], ["end", lines.at(-1), !rightToLeft()]]) {
    const { style } = handles[name];
    style.left = `${(far ? r.right : r.left) - box.left + main.scrollLeft}px`;
    style.top = `${r.top - box.top + main.scrollTop}px`;
    style.height = `${r.height}px`;
  }
  return range;
}

// setEnd moves an end to a code point, and the words in the form with it.
function setEnd(name, point) {
  const at = { ...ended(), [name]: point };
  if (!(at.start < at.end)) return;
  endsForm().elements[name].value = point;
  const { quote } = within(showEnds());
  $(".ends textarea").value = quote;
  clearTimeout(telling);
  telling = setTimeout(say, 400, quote);
}

const moveEnd = (name, by) => { if (ended()) setEnd(name, beyond(stops[`${name}s`], ended()[name], by)); };

function dragEnd(name, { clientX, clientY }) {
  const place = document.caretPositionFromPoint?.(clientX, clientY) ?? document.caretRangeFromPoint?.(clientX, clientY);
  const point = place && pointAt(place.offsetNode ?? place.startContainer, place.offset ?? place.startOffset);
  if (typeof point === "number") setEnd(name, stops[`${name}s`].reduce((near, x) => (Math.abs(x - point) < Math.abs(near - point) ? x : near)));
}

on("click", ({ target }) => {
  const end = target.closest?.("[data-end]");
  if (end) moveEnd(end.dataset.end, Number(end.dataset.by));
  if (target.closest?.("#caret")) toggleCaret();
});

// Words that are typed are looked for by the program.
on("input", ({ target }) => {
  if (target === body()) location.reload();
  if (target.matches?.(".day input")) $("input", target.closest(".field")).value = target.value;
  if (!target.matches?.(".ends textarea")) return;
  target.form.elements.start.value = target.form.elements.end.value = "";
  showEnds();
});
addEventListener("resize", showEnds);

/* Bringing files in -------------------------------------------------------- */

const batch = { files: 40, bytes: 8 << 20 };

// walk is the files behind a dropped entry, folders and all.
async function walk(entry) {
  if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
  const reader = entry.createReader(), files = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return files;
    for (const e of some) files.push(...await walk(e));
  }
}

// batches are the files in loads small enough for one request.
function* batches(files) {
  let load = [], bytes = 0;
  for (const file of files) {
    if (load.length > 0 && (load.length >= batch.files || bytes + file.size > batch.bytes)) {
      yield load;
      [load, bytes] = [[], 0];
    }
    load.push(file);
    bytes += file.size;
  }
  if (load.length > 0) yield load;
}

// sendBatch sends one load and gives what the program made of it.
async function sendBatch(load, form, id, signal) {
  const body = new FormData();
  body.set("key", crypto.randomUUID());
  body.set("back", form.elements.back.value);
  if (id) body.set("import", id);
  for (const file of load) body.append("files", file, file.webkitRelativePath || file.name);
  const answer = await fetch("/import", { method: "POST", body, headers: { Accept: "application/json" }, signal });
  if (!answer.ok) throw new Error(plain(await answer.text()) || `the program answered ${answer.status}`);
  return answer.json();
}

// meter shows how far the sending is.
function meter(total) {
  const began = performance.now(), bar = $("#sending-bar");
  $("#sending").hidden = false;
  bar.max = total;
  return (done, answer) => {
    const rate = done / Math.max(0.1, (performance.now() - began) / 1000);
    bar.value = done;
    $("#sending-what").textContent = `${done} of ${total} ${total === 1 ? "file" : "files"} sent`;
    $("#sending-rate").textContent = done === 0 ? "" :
      `${answer.added ?? 0} new, ${answer.known ?? 0} already there, ${failures(answer)} could not be read. ${Math.round(rate)} a second.`;
  };
}

// failures is how many files an answer says failed: a number, or a list.
const failures = (answer) => (Array.isArray(answer.failed) ? answer.failed.length : answer.failed ?? 0);

// bring sends files in batches, all to one import, and then shows its report.
async function bring(files) {
  const form = $("#drop");
  if (files.length === 0) return complain("Choose a file first.");
  form.hidden = true;
  const stop = new AbortController();
  $("#sending-stop").onclick = () => stop.abort();
  const show = meter(files.length);
  let done = 0, answer = {};
  show(0, answer);
  try {
    for (const load of batches(files)) {
      answer = await sendBatch(load, form, answer.id, stop.signal);
      done += load.length;
      show(done, answer);
    }
    if (answer.url) location.assign(answer.url);
  } catch (error) {
    await halted(error, answer, stop.signal.aborted, form);
  }
}

// halted ends an import that was stopped or went wrong; what was sent stays.
async function halted(error, answer, stopped, form) {
  if (stopped && answer.id) {
    const body = new URLSearchParams({ key: crypto.randomUUID(), back: form.elements.back.value });
    await fetch(`/imports/${encodeURIComponent(answer.id)}/stop`, { method: "POST", body }).catch(() => null);
  }
  if (stopped && answer.url) return location.assign(answer.url);
  form.hidden = false;
  $("#sending").hidden = true;
  if (!stopped) complain(reason(error));
}

function readyDrop() {
  const form = $("#drop");
  if (!form) return;
  for (const folder of $$("#folder")) folder.disabled = false;
  const takes = (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return false;
    event.preventDefault();
    form.classList.toggle("dropping", event.type === "dragover");
    return true;
  };
  on("dragover", (event) => { if (takes(event)) form.closest("details")?.setAttribute("open", ""); });
  on("dragleave", (event) => { if (!event.relatedTarget) form.classList.remove("dropping"); });
  on("drop", async (event) => {
    if (!takes(event)) return;
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    try {
      bring((await Promise.all(entries.map(walk))).flat());
    } catch {
      complain("The folder could not be read.");
    }
  });
}

// poll asks for the report of a running import until it is done.
async function poll() {
  const box = $("#progress[data-poll]");
  if (!box) return;
  await new Promise((done) => setTimeout(done, Number(box.dataset.poll)));
  try {
    if (!document.hidden) renew(parse(await (await fetch(location.href, { headers: { Accept: "text/html" } })).text()));
  } catch {
    return complain(gone);
  }
  poll();
}

// renew puts a fresh report in place, and keeps the focus on Stop.
function renew(page) {
  const fresh = $("#progress", page);
  if (!fresh) return;
  const onStop = document.activeElement?.closest("#progress form");
  $("#progress").replaceWith(document.adoptNode(fresh));
  $("main h1").textContent = $("main h1", page).textContent;
  if (fresh.dataset.poll && onStop) $("#progress form button")?.focus();
  if (!fresh.dataset.poll) say($("main h1").textContent);
}

/* Keys ---------------------------------------------------------------------- */

// go follows a link that is on the page.
const go = (selector) => $(selector)?.click();

// walkList goes to the next or previous article, or moves along a list.
function walkList(by) {
  const beside = $(`#list a[rel="${by > 0 ? "next" : "prev"}"]`);
  if (beside) return beside.click();
  const lines = $$("main a.line, main :is(.topics, .said-lines) a");
  const at = lines.indexOf(document.activeElement);
  lines[Math.min(lines.length - 1, Math.max(0, at + by))]?.focus();
}

const showHelp = () => { if ($("#help")?.open === false) $("#help").showModal(); };

const keys = {
  j: () => walkList(1),
  k: () => walkList(-1),
  n: () => step(1),
  p: () => (queued("back") ? press("back") : step(-1)),
  a: () => press("accept"),
  x: () => press("reject"),
  s: () => {
    if (queued("skip")) return press("skip");
    if (inHand()) say("Skipped.");
    step(1);
  },
  e: () => press("edit"),
  u: () => (queued("undo") ? press("undo") : rewind("undo")),
  U: () => rewind("redo"),
  t: () => walkTimes(1),
  T: () => walkTimes(-1),
  h: () => turn("marks"),
  f: () => turn("focus"),
  i: () => toggleCaret(),
  l: () => press("link"),
  "[": () => go('[data-version="["]'),
  "]": () => go('[data-version="]"]'),
  m: () => makeOf("m"),
  c: () => (kept ? makeOf("c") : press("claim")),
  o: () => go("#text .kick nav a:not([aria-current])"),
  "/": () => { const box = $("#q"); box?.focus(); box?.select(); },
  "?": showHelp,
};

const places = { l: "/", r: "/review", c: "/claims", y: "/stories", p: "/people", t: "/timeline", s: "/settings" };

let going = -Infinity; // when g was pressed

// escape closes what is open, else leads back to the text.
function escape() {
  if (hideNote()) return;
  const end = Number(document.activeElement?.form?.elements.end?.value);
  if (caretOn() && document.activeElement === body()) toggleCaret();
  else if (end && remember.get("caret", "sessionStorage") === "on") toggleCaret(end);
  else if (!getSelection().isCollapsed) getSelection().removeAllRanges();
  else if ($("#panel")?.contains(document.activeElement) || isField(document.activeElement)) $("#main").focus({ preventScroll: true });
}

const isField = (e) => e?.matches?.("input:not([type=checkbox], [type=submit]), textarea, select, [contenteditable]") ?? false;

on("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || $("dialog[open]")) return;
  if (event.key === "Escape") return escape();
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "z" && !isField(event.target)) {
    event.preventDefault();
    return rewind(event.shiftKey ? "redo" : "undo");
  }
  if (held(event) || isField(event.target) || document.body.dataset.keys === "off") return;
  const place = event.timeStamp - going < 1500 && places[event.key];
  going = -Infinity;
  if (place) {
    event.preventDefault();
    location.assign(place);
  } else if (event.key === "g") {
    going = event.timeStamp;
  } else if (keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
});

// toward is the mark of the chart that lies nearest to here in a direction.
function toward(here, [right, down]) {
  const middle = (e) => { const r = e.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; };
  const [x, y] = middle(here);
  let next = null, least = Infinity;
  for (const mark of $$(".chart a")) {
    const [dx, dy] = middle(mark).map((at, i) => at - [x, y][i]);
    const along = dx * right + dy * down, far = along + 8 * Math.abs(dx * down + dy * right);
    if (along > 4 && far < least) [next, least] = [mark, far];
  }
  return next;
}

const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

on("keydown", (event) => {
  const here = event.target.closest?.(".chart a"), way = arrows[event.key];
  if (!here || !way || held(event)) return;
  event.preventDefault();
  toward(here, way)?.focus();
});

/* Claims: v and then a digit choose a verdict and lead on to its reason. */

let judging = -Infinity; // when v was pressed

document.addEventListener("keydown", (event) => {
  const form = $("form#verdict"), field = isField(event.target) && !event.target.matches("[type=radio]");
  if (!form || field || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]") || document.body.dataset.keys === "off") return;
  const choice = event.timeStamp - judging < 4000 && /^[1-9]$/.test(event.key) && $(`[data-verdict="${event.key}"]`, form);
  judging = event.key === "v" ? event.timeStamp : -Infinity;
  if (event.key === "v") say("Verdict: press its number.");
  if (!choice) return;
  event.preventDefault();
  choice.checked = true;
  $("textarea", form).focus();
});

/* Ready --------------------------------------------------------------------- */

on("click", (event) => {
  if (!event.target.closest?.("[data-help]") || held(event)) return;
  event.preventDefault();
  showHelp();
});

// wide reports whether text and panel stand side by side and scroll alone.
const wide = () => matchMedia("(width >= 900px)").matches;

// The text stays where it was read while the tabs beside it change.
const placeRead = () => `read:${$("#text")?.dataset.article}`;
addEventListener("pagehide", () => { if ($("#text")) remember.set(placeRead(), String($("#main").scrollTop), "sessionStorage"); });

function backToPlace() {
  if ($("#text") && wide()) $("#main").scrollTop = Number(remember.get(placeRead(), "sessionStorage"));
}

// arrive shows what the address asks for: the fact in hand, the form to fill.
function arrive() {
  const asked = new URL(location.href).searchParams;
  const card = $(".card.now");
  const named = asked.has("f") || asked.has("edit");
  if (!named) backToPlace();
  if (card && wide()) {
    if (named) marksOf(card.id)[0]?.scrollIntoView({ block: "center" });
    card.scrollIntoView({ block: "nearest" });
  }
  if (root.dataset.focus === "on" && (named || asked.has("add") || location.hash)) turn("focus");
  if (asked.has("edit") || asked.has("add")) $("form.fields :is(input:not([type=hidden]), select, textarea)")?.focus();
  if (location.hash === "#add-note") $("#new-note-text")?.focus();
  if (location.hash === "#add-tag") $("#new-tag-words")?.focus();
  const answer = $("#flash .flash:not(.warning) p");
  if (answer) say(answer.textContent);
  turned();
}

ready();
readyDrop();
poll();
// After the browser has gone to the fragment and given it the focus.
addEventListener("load", () => setTimeout(arrive));
