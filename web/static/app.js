// onrecord: what the page adds to plain forms and links. Without this file
// everything still works; with it, decisions are made in place, files are
// dropped in, and keys do what the buttons do.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

document.documentElement.classList.add("scripted");

// say has a screen reader read text.
function say(text) {
  const live = $("#live");
  live.textContent = "";
  setTimeout(() => { live.textContent = text; }, 50);
}

// complain shows that something was not done, where a flash would stand.
function complain(text) {
  const box = document.createElement("div");
  box.className = "flash bad";
  const p = document.createElement("p");
  p.textContent = text;
  box.append(p);
  $("#flash").replaceChildren(box);
  say(`Not done: ${text}`);
}

// remember keeps a preference of this browser; it may refuse to.
const remember = {
  get(name) { try { return localStorage.getItem(name); } catch { return null; } },
  set(name, value) { try { localStorage.setItem(name, value); } catch { /* it is only a preference */ } },
};

/* Going from page to page ------------------------------------------------ */

const parts = ["#flash", "#panel", "#text", "#list"];

// swap puts the parts of the page in html in place of those shown. Scroll
// positions stay, so nothing jumps.
function swap(html) {
  hideNote();
  const next = new DOMParser().parseFromString(html, "text/html");
  for (const id of parts) {
    const old = $(id), fresh = $(id, next);
    if (!old || !fresh) continue;
    const top = old.scrollTop;
    old.replaceWith(document.adoptNode(fresh));
    fresh.scrollTop = top;
  }
  document.title = next.title;
  showMarks();
  readyTimes();
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

// undo takes the last decision back, whichever page it was made on.
function undo() {
  const offered = $("#undo");
  if (offered) {
    offered.form.requestSubmit(offered);
    return;
  }
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/undo";
  const back = document.createElement("input");
  back.name = "back";
  back.value = location.pathname + location.search;
  form.append(back);
  form.hidden = true;
  document.body.append(form);
  if ($("#panel")) decide(form, null, false).finally(() => form.remove());
  else form.submit();
}

// drafts are the fields that hold words which were not sent.
const drafts = (root, but) => $$("form[method=post] textarea, form[method=post] input[type=text]", root)
  .filter((field) => field.form !== but && field.value !== field.defaultValue);

let leaving = false; // a form is being sent

addEventListener("beforeunload", (event) => {
  if (!leaving && drafts(document).length > 0) event.preventDefault();
});

// plain is the sentence of an error page.
function plain(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  return [$("main h1", page), $("main .lede", page)].filter(Boolean).map((e) => e.textContent.trim()).join(". ");
}

let sending = false;

// decide sends a form whose answer is swapped in. onward says that the next
// suggestion takes the focus, as a key does; a click stays where it was.
async function decide(form, button, onward) {
  if (sending) return;
  const typed = drafts($("#panel"), form);
  if (typed.length > 0 && !confirm("What you typed beside the text is not saved yet. Leave it?")) {
    typed[0].focus();
    return;
  }
  sending = true;
  const fact = form.dataset.fact;
  const after = onward && fact ? following(fact) : null;
  button?.setAttribute("aria-busy", "true");
  try {
    const { html, address } = await send(form, button);
    if (!html.includes('id="panel"') || !$("#panel")) {
      location.assign(address);
      return;
    }
    swap(html);
    say($("#flash .flash p")?.textContent ?? "Done.");
    settle(fact, after);
  } catch (error) {
    complain(error instanceof TypeError ? "The program does not answer. Is it still running?" : error.message);
  } finally {
    sending = false;
    button?.removeAttribute("aria-busy");
  }
}

// settle gives the focus back after a swap.
function settle(fact, after) {
  const next = after && document.getElementById(after);
  if (next) {
    take(next);
    return;
  }
  const card = fact ? document.getElementById(fact) : $(".card.now");
  const target = card && ($("summary", card) ?? card);
  (target ?? $("#panel")).focus({ preventScroll: true });
}

document.addEventListener("submit", (event) => {
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
  const fold = $("details", card);
  if (fold) fold.open = true;
  marks[0]?.scrollIntoView({ block: "center" });
  card.scrollIntoView({ block: "nearest" });
  if (focus) card.focus({ preventScroll: true });
}

// step goes to the suggestion by steps after the one in hand.
function step(by) {
  const cards = open();
  if (cards.length === 0) {
    say("No suggestion is left in this article.");
    return;
  }
  const all = $$(".card[data-state]");
  const from = all.indexOf(inHand());
  const ahead = cards.filter((card) => (all.indexOf(card) - from) * by > 0);
  take((by > 0 ? ahead[0] : ahead.at(-1)) ?? (by > 0 ? cards[0] : cards.at(-1)));
}

// press does what a button or link of the card in hand does.
function press(act) {
  const card = inHand();
  const control = card && $(`[data-act="${act}"]`, card);
  if (!control) {
    if (act !== "claim") step(1);
    return;
  }
  if (control.matches("a")) control.click();
  else decide(control.form, control, true);
}

const marksOf = (key) => $$("#text mark").filter((mark) => (mark.dataset.facts ?? "").split(" ").includes(key));

// A click on words shows their card; another one on the same words the card of
// the mark around it. Where the cards stand below the text, the words of a time
// show their note first.
document.addEventListener("click", (event) => {
  const mark = event.target.closest?.("#text .body mark");
  if (!mark || !getSelection().isCollapsed) return;
  if (!wide() && noteOf(mark) && pressed !== mark) showNote(mark);
  else showCard(mark);
});

function showCard(mark) {
  const keys = mark.dataset.facts.split(" ");
  const shown = keys.indexOf($(".card.now")?.id);
  openCard(keys[(shown + 1) % keys.length]);
}

function openCard(key) {
  const card = document.getElementById(key);
  if (card) take(card, false);
  else location.assign(cardAddress(key));
}

// cardAddress is the tab that holds the card of key.
function cardAddress(key) {
  const tab = { note: "notes", evidence: "claims" }[key.split("-")[0]] ?? "facts";
  const url = new URL(location.href);
  url.searchParams.set("tab", tab);
  url.searchParams.set("f", key);
  url.hash = key;
  return url.href;
}

// A card under the pointer or with the focus has its words shown in the text.
function shine(event) {
  const card = event.target.closest?.(".card");
  for (const mark of $$("#text mark.seen")) mark.classList.remove("seen");
  if (card?.id) for (const mark of marksOf(card.id)) mark.classList.add("seen");
}
document.addEventListener("pointerover", shine);
document.addEventListener("focusin", shine);

// Numbers in the text and links between cards stay on the page where they can.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("#text sup a, .card :is(.chip, .reads) a, .card a.n");
  const card = link?.matches(".n") ? link.closest(".card") : link?.hash && document.getElementById(link.hash.slice(1));
  if (!card?.matches(".card") || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  take(card);
});

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
  if (noted === mark || document.documentElement.dataset.marks === "off") return;
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
document.addEventListener("scroll", placeNote, { capture: true, passive: true });
addEventListener("resize", placeNote);

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const mark = event.target.closest?.("#text .body mark.time");
  clearTimeout(noting);
  if (noteOf(mark)) noting = setTimeout(showNote, 150, mark);
  else if (!event.target.closest?.(".time-note") && noted !== document.activeElement) noting = setTimeout(hideNote, 250);
});
document.addEventListener("pointerdown", (event) => {
  pressed = noted;
  if (event.pointerType === "touch" && !event.target.closest?.("#text .body mark.time, .time-note")) hideNote();
});
document.addEventListener("focusin", (event) => { if (noteOf(event.target)) showNote(event.target); });
document.addEventListener("focusout", (event) => { if (noted === event.target) hideNote(); });

// readyTimes makes the time at the place the one stop of the Tab key.
function readyTimes(at = 0) {
  times().forEach((mark, i) => { mark.tabIndex = i === at ? 0 : -1; });
}

// walkTimes puts the focus on the time by steps after the one that has it.
function walkTimes(by) {
  const all = times();
  if (all.length === 0) {
    say("No time is told of in this article.");
    return;
  }
  const at = all.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
  readyTimes(next);
  all[next].focus({ preventScroll: true });
  all[next].scrollIntoView({ block: "center" });
}

const timeKeys = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

document.addEventListener("keydown", (event) => {
  if (!noteOf(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (timeKeys[event.key]) {
    event.preventDefault();
    walkTimes(timeKeys[event.key]);
  } else if (event.key === "Enter") {
    event.preventDefault();
    openCard(timeOf(event.target));
    $(".card.now")?.focus({ preventScroll: true });
  }
});

/* Highlights --------------------------------------------------------------- */

function showMarks() {
  const on = remember.get("marks") !== "off";
  document.documentElement.dataset.marks = on ? "on" : "off";
  const box = $("#marks");
  if (box) box.checked = on;
}

function toggleMarks() {
  const on = remember.get("marks") === "off";
  remember.set("marks", on ? "on" : "off");
  showMarks();
  if (!on) hideNote();
  say(on ? "Highlights shown." : "Highlights hidden.");
}

document.addEventListener("change", (event) => {
  if (event.target.id === "marks") toggleMarks();
});

/* Selected words ----------------------------------------------------------- */

// points is the number of code points in text.
const points = (text) => [...text].length;

// textNodes are the pieces of a paragraph's own text, without its numbers.
function textNodes(paragraph) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("sup") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

// offsets is the part of range in a paragraph: its code points in the
// article's text and its words.
function offsets(range, paragraph) {
  let at = Number(paragraph.dataset.at), start = null, end = null, quote = "";
  for (const node of textNodes(paragraph)) {
    if (range.intersectsNode(node)) {
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.length;
      if (to > from) {
        start ??= at + points(node.data.slice(0, from));
        end = at + points(node.data.slice(0, to));
        quote += node.data.slice(from, to);
      }
    }
    at += points(node.data);
  }
  return start === null ? null : { start, end, quote };
}

// selected is the words selected in the text: quote, start and end. Offsets
// are of the article's text, in which a blank line parts paragraphs.
function selected() {
  const selection = getSelection();
  if (selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const body = $("#text .body");
  if (!body || !range.intersectsNode(body)) return null;
  const found = $$("[data-at]", body).map((p) => range.intersectsNode(p) && offsets(range, p)).filter(Boolean);
  if (found.length === 0) return null;
  return { start: found[0].start, end: found.at(-1).end, quote: found.map((f) => f.quote).join("\n\n") };
}

// showBar puts the bar under the selected words, or hides it.
function showBar() {
  const bar = $("#selection");
  if (!bar) return;
  const words = selected();
  bar.hidden = !words;
  if (!words) return;
  beside(bar, getSelection().getRangeAt(0).getBoundingClientRect());
}
document.addEventListener("selectionchange", showBar);
document.addEventListener("scroll", showBar, { capture: true, passive: true });

// withWords is an address with the selected words and where they stand.
function withWords(address, words, more = {}) {
  const url = new URL(address, location.href);
  for (const [name, value] of Object.entries({ ...words, ...more })) url.searchParams.set(name, value);
  return url.href;
}

// useWords makes a note, a claim or evidence of the selected words. Without
// any, a note is on the whole article, and a claim on the statement in hand.
function useWords(what) {
  const bar = $("#selection");
  if (!bar) return;
  const words = selected();
  const article = bar.dataset.article;
  if (what === "note") {
    location.assign(withWords(bar.dataset.notes, words ?? {}) + "#add-note");
  } else if (!words) {
    if (what === "claim") press("claim");
  } else if (what === "claim") {
    location.assign(withWords(bar.dataset.claim, words, { article, text: words.quote }));
  } else {
    location.assign(withWords(bar.dataset.pin, words, { article }));
  }
}

$("#selection")?.addEventListener("pointerdown", (event) => event.preventDefault());
$("#selection")?.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button) useWords(button.dataset.do);
});

/* The caret, and ends of a fact ------------------------------------------- */

/* Bringing files in -------------------------------------------------------- */

const batch = { files: 40, bytes: 8 << 20 };

// walk is the files behind a dropped entry, folders and all.
async function walk(entry) {
  if (entry.isFile) {
    return [await new Promise((done, failed) => entry.file(done, failed))];
  }
  const reader = entry.createReader();
  const files = [];
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
      load = [];
      bytes = 0;
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
  const began = performance.now();
  $("#sending").hidden = false;
  $("#sending-bar").max = total;
  return (done, answer) => {
    const rate = done / Math.max(0.1, (performance.now() - began) / 1000);
    $("#sending-bar").value = done;
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
  if (files.length === 0) {
    complain("Choose a file first.");
    return;
  }
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
  if (stopped && answer.url) {
    location.assign(answer.url);
    return;
  }
  form.hidden = false;
  $("#sending").hidden = true;
  if (!stopped) complain(error instanceof TypeError ? "The program does not answer. Is it still running?" : error.message);
}

function readyDrop() {
  const form = $("#drop");
  if (!form) return;
  const folder = $("#folder");
  if (folder) folder.disabled = false;
  const carries = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    form.closest("details")?.setAttribute("open", "");
    form.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("dropping");
  });
  document.addEventListener("drop", async (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    form.classList.remove("dropping");
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
  if (!document.hidden) {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      renew(page);
    } catch {
      complain("The program does not answer. Is it still running?");
      return;
    }
  }
  poll();
}

// renew puts a fresh report in place, and keeps the focus on Stop.
function renew(page) {
  const fresh = $("#progress", page);
  if (!fresh) return;
  const onStop = document.activeElement?.closest("#progress form") !== null;
  $("#progress").replaceWith(document.adoptNode(fresh));
  $("main h1").textContent = $("main h1", page).textContent;
  if (fresh.dataset.poll && onStop) $("#progress form button")?.focus();
  if (!fresh.dataset.poll) say($("main h1").textContent);
}

/* Keys ---------------------------------------------------------------------- */

// go follows a link that is on the page.
const go = (selector) => { const link = $(selector); if (link) link.click(); };

// walkList goes to the next or previous article, or moves along a list.
function walkList(by) {
  const beside = $(`#list a[rel="${by > 0 ? "next" : "prev"}"]`);
  if (beside) {
    beside.click();
    return;
  }
  const lines = $$("main a.line, main :is(.topics, .said-lines) a");
  const at = lines.indexOf(document.activeElement);
  lines[Math.min(lines.length - 1, Math.max(0, at + by))]?.focus();
}

function skip() {
  const card = inHand();
  if (card) say("Skipped.");
  step(1);
}

function showHelp() {
  const help = $("#help");
  if (help && !help.open) help.showModal();
}

const keys = {
  j: () => walkList(1),
  k: () => walkList(-1),
  n: () => step(1),
  p: () => step(-1),
  a: () => press("accept"),
  x: () => press("reject"),
  s: skip,
  e: () => press("edit"),
  u: undo,
  t: () => walkTimes(1),
  T: () => walkTimes(-1),
  h: toggleMarks,
  m: () => useWords("note"),
  c: () => useWords("claim"),
  o: () => go("#text .kick nav a:not([aria-current])"),
  "/": () => { const box = $("#q"); box?.focus(); box?.select(); },
  "?": showHelp,
};

const places = { l: "/", c: "/claims", p: "/people", t: "/timeline", s: "/settings" };

let going = -Infinity; // when g was pressed

// escape closes what is open, else leads back to the text.
function escape() {
  if (hideNote()) return;
  if (!getSelection().isCollapsed) getSelection().removeAllRanges();
  else if ($("#panel")?.contains(document.activeElement) || isField(document.activeElement)) $("#main").focus({ preventScroll: true });
}

const isField = (e) => e?.matches?.("input:not([type=checkbox], [type=submit]), textarea, select, [contenteditable]") ?? false;

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || $("dialog[open]")) return;
  if (event.key === "Escape") {
    escape();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target) || document.body.dataset.keys === "off") return;
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

document.addEventListener("keydown", (event) => {
  const here = event.target.closest?.(".chart a"), way = arrows[event.key];
  if (!here || !way || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  toward(here, way)?.focus();
});

/* Ready --------------------------------------------------------------------- */

document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-help]") || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  showHelp();
});

// wide reports whether text and panel stand side by side and scroll alone.
const wide = () => matchMedia("(width >= 900px)").matches;

// The text stays where it was read while the tabs beside it change.
const placeRead = () => `read:${$("#text")?.dataset.article}`;
addEventListener("pagehide", () => {
  if ($("#text")) try { sessionStorage.setItem(placeRead(), String($("#main").scrollTop)); } catch { /* it is only a convenience */ }
});

function backToPlace() {
  if (!$("#text") || !wide()) return;
  try { $("#main").scrollTop = Number(sessionStorage.getItem(placeRead())); } catch { /* as above */ }
}

// arrive shows what the address asks for: the fact in hand, the form to fill.
function arrive() {
  const asked = new URL(location.href).searchParams;
  const card = $(".card.now");
  if (!asked.has("f")) backToPlace();
  if (card && wide()) {
    if (asked.has("f")) marksOf(card.id)[0]?.scrollIntoView({ block: "center" });
    card.scrollIntoView({ block: "nearest" });
  }
  if (asked.has("edit")) $("form.fields :is(input:not([type=hidden]), select, textarea)")?.focus();
  if (location.hash === "#add-note") $("#new-note-text")?.focus();
  const answer = $("#flash .flash:not(.warning) p");
  if (answer) say(answer.textContent);
}

showMarks();
readyTimes();
readyDrop();
poll();
// After the browser has gone to the fragment and given it the focus.
addEventListener("load", () => setTimeout(arrive));
