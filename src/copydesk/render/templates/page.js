"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const root = document.documentElement;
  root.classList.add("js");

  // Offsets count code points, JavaScript counts UTF-16 units: texts outside the basic plane are taken apart first.
  const cut = (text, start, end) => (/[\ud800-\udfff]/.test(text) ? Array.from(text).slice(start, end).join("") : text.slice(start, end));
  const size = (text) => (/[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length);

  // Colours
  const dark = byId("dark");
  const theme = byId("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const remember = (value) => { try { if (value) localStorage.setItem("copydesk-theme", value); return localStorage.getItem("copydesk-theme"); } catch { return value; } };
  const shade = (isDark) => {
    dark.media = isDark ? "screen" : "not all";
    theme.setAttribute("aria-pressed", String(isDark));
  };
  const chosen = remember();
  shade(chosen ? chosen === "dark" : system.matches);
  system.addEventListener("change", () => { if (!remember()) shade(system.matches); });
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const isDark = theme.getAttribute("aria-pressed") !== "true";
    shade(isDark);
    remember(isDark ? "dark" : "light");
  });

  const panel = byId("panel");
  if (!panel) return;
  const body = byId("panel-body");
  const compare = byId("compare");
  const wide = matchMedia("(min-width: 68rem)");
  let opener = null;
  let current = null;

  // Texts
  const paragraphs = (article) => [...document.querySelectorAll(`.text[data-article="${article}"] > p[data-at]`)].map((p) => {
    const text = p.textContent;
    const at = Number(p.dataset.at);
    return { at, text, end: at + size(text) };
  });
  // Returns a paragraph with its ranges marked; where ranges overlap, the first one has the words.
  const painted = (paragraph, ranges) => {
    const p = make("p");
    p.dir = "auto";
    let from = 0;
    for (const range of ranges) {
      const start = Math.max(range.start - paragraph.at, from);
      const end = Math.min(range.end, paragraph.end) - paragraph.at;
      if (end <= start) continue;
      p.append(cut(paragraph.text, from, start));
      const mark = make("mark", range.kind, cut(paragraph.text, start, end));
      if (range.pair !== undefined) mark.dataset.pair = range.pair;
      p.append(mark);
      from = end;
    }
    p.append(cut(paragraph.text, from));
    return p;
  };
  const MARGIN = 260;
  const clipped = (paragraph, start, end) => {
    const from = Math.max(start - paragraph.at - MARGIN, 0);
    const to = Math.min(end - paragraph.at + MARGIN, paragraph.end - paragraph.at);
    const head = from ? cut(paragraph.text, from, paragraph.end).replace(/^\S*\s/, "") : paragraph.text;
    const lost = size(paragraph.text) - size(head);
    const kept = cut(head, 0, to - lost);
    const tail = to < paragraph.end - paragraph.at ? kept.replace(/\s\S*$/, "") : kept;
    const whole = { at: paragraph.at + lost, text: tail, end: paragraph.at + lost + size(tail) };
    const p = painted(whole, [{ start, end, kind: "" }]);
    if (lost) p.prepend("… ");
    if (size(tail) + lost < size(paragraph.text)) p.append(" …");
    return p;
  };
  const excerpt = (article, start, end) => {
    const box = make("div", "excerpt");
    const all = paragraphs(article);
    const first = all.findIndex((p) => p.end > start);
    all.filter((p) => p.end > start && p.at < end).forEach((p) => box.append(clipped(p, start, end)));
    if (first > 0) {
      const before = make("p", "faint", shortened(all[first - 1].text, -1));
      before.dir = "auto";
      box.prepend(before);
    }
    const after = all.find((p) => p.at >= end);
    if (after) {
      const follows = make("p", "faint", shortened(after.text, 1));
      follows.dir = "auto";
      box.append(follows);
    }
    return box;
  };
  const shortened = (text, direction) => {
    const most = 130;
    if (size(text) <= most) return text;
    return direction > 0 ? cut(text, 0, most).replace(/\s\S*$/, "") + " …" : "… " + cut(text, size(text) - most).replace(/^\S*\s/, "");
  };

  // Panel
  const card = (at, head) => {
    const [article, start, end] = at.split(",").map(Number);
    const box = make("section", "card");
    box.append(...head, excerpt(article, start, end));
    const line = make("p", "by");
    const link = make("a", "jump", "Read the whole article");
    link.href = `#a${article}-${start}`;
    line.append(link);
    box.append(line);
    return box;
  };
  const noted = (number) => {
    const note = byId(`n${number}`);
    const where = note.querySelector(".where").cloneNode(true);
    where.prepend(make("span", "num", `[${number}] `));
    const by = note.querySelector(".by").cloneNode(true);
    by.querySelector(".back").remove();
    const box = card(note.dataset.at, [where, by]);
    box.dataset.note = number;
    return box;
  };
  const show = (title, content, from) => {
    byId("panel-h").textContent = title;
    body.replaceChildren(...content);
    body.scrollTop = 0;
    if (from) opener = from;
    if (!panel.open) wide.matches ? panel.show() : panel.showModal();
    byId("panel-h").focus();
  };
  const sentences = [...document.querySelectorAll(".checks > li[data-s]")];
  const light = (sentence) => {
    document.querySelectorAll(".s.on").forEach((s) => s.classList.remove("on"));
    if (sentence) sentence.classList.add("on");
  };
  const openSentence = (id, from, note) => {
    const place = sentences.findIndex((entry) => entry.dataset.s === id);
    if (place < 0) return;
    current = place;
    const entry = sentences[place].cloneNode(true);
    const notes = [...entry.querySelectorAll("[data-note]")].map((a) => noted(a.dataset.note));
    const title = place === 0 ? "The headline" : `Sentence ${place + 1} of ${sentences.length}`;
    byId("previous").disabled = place === 0;
    byId("next").disabled = place === sentences.length - 1;
    document.querySelector(".panel .steps").hidden = false;
    light(byId(id));
    show(title, [...entry.childNodes, ...notes], from || control(id));
    history.replaceState(null, "", `#${id}`);
    const wanted = note && body.querySelector(`.card[data-note="${note}"]`);
    if (wanted) wanted.scrollIntoView({ block: "start" });
  };
  const control = (id) => document.querySelector(`a.m[href="#e${id.slice(1)}"]`);
  const openPlace = (link) => {
    light(null);
    current = null;
    document.querySelector(".panel .steps").hidden = true;
    const head = make("p", "where");
    head.append(make("bdi", "outlet", link.textContent));
    show("Passage", [card(link.dataset.at, [head])], panel.contains(link) ? opener : link);
  };
  const step = (by) => {
    const next = sentences[current + by];
    if (!next) return;
    openSentence(next.dataset.s);
    byId(next.dataset.s).scrollIntoView({ block: "nearest" });
  };
  byId("previous").addEventListener("click", () => step(-1));
  byId("next").addEventListener("click", () => step(1));
  panel.addEventListener("close", () => {
    light(null);
    if (/^#s\d+$/.test(location.hash)) history.replaceState(null, "", location.pathname + location.search);
    if (opener && opener.isConnected) opener.focus();
    opener = null;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.open && !compare.open) { event.preventDefault(); panel.close(); }
  });
  document.querySelectorAll("[data-close]").forEach((button) => button.addEventListener("click", () => button.closest("dialog").close()));

  // Comparison
  let pairs = 0;
  let pair = 0;
  const NAMES = { verbatim: "word for word", edited: "edited", reworded: "in other words", quoted: "the same quotation" };
  const column = (article, ranges) => {
    const source = byId(`a${article}`);
    const box = make("section", "side-text");
    const head = make("h3");
    head.dir = "auto";
    head.append(source.querySelector("summary .outlet").textContent);
    const title = source.querySelector("summary .title");
    if (title) head.append(make("small", "", title.textContent));
    box.append(head, ...paragraphs(article).map((p) => painted(p, ranges)));
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", head.firstChild.textContent);
    return box;
  };
  // In passages that were changed, the words both have are lifted out: numbers, and words of more than three letters.
  const WORD = /[\p{L}\p{N}]+(?:[.,’'-][\p{L}\p{N}]+)*/gu;
  const telling = (word) => word.length > 3 || /\p{N}/u.test(word);
  const wordsOf = (marks) => new Set(marks.flatMap((mark) => (mark.textContent.toLowerCase().match(WORD) || []).filter(telling)));
  const lift = (mark, common) => {
    const text = mark.textContent;
    const parts = [];
    let from = 0;
    for (const found of text.matchAll(WORD)) {
      if (!common.has(found[0].toLowerCase())) continue;
      parts.push(text.slice(from, found.index), make("b", "same", found[0]));
      from = found.index + found[0].length;
    }
    mark.replaceChildren(...parts, text.slice(from));
  };
  const liftAll = () => {
    const sides = [...compare.querySelectorAll(".side-text")].map((side) => {
      const byPair = new Map();
      side.querySelectorAll("mark.edited, mark.reworded").forEach((mark) => byPair.set(mark.dataset.pair, [...(byPair.get(mark.dataset.pair) || []), mark]));
      return byPair;
    });
    for (const [place, marks] of sides[0]) {
      const others = sides[1].get(place) || [];
      const theirs = wordsOf(others);
      const common = new Set([...wordsOf(marks)].filter((word) => theirs.has(word)));
      [...marks, ...others].forEach((mark) => lift(mark, common));
    }
  };
  const openLink = (number, from) => {
    const link = byId(`l${number}`);
    const shared = link.dataset.spans.split(";").filter(Boolean).map((entry) => entry.split(","));
    const ranges = (a, b) => shared.map((entry, place) => ({ kind: entry[0], start: Number(entry[a]), end: Number(entry[b]), pair: place })).sort((x, y) => x.start - y.start);
    pairs = shared.length;
    byId("compare-h").textContent = "Two texts side by side";
    byId("two").replaceChildren(column(link.dataset.later, ranges(1, 2)), column(link.dataset.earlier, ranges(3, 4)));
    const opened = from;
    compare.addEventListener("close", () => opened && opened.isConnected && opened.focus(), { once: true });
    liftAll();
    compare.showModal();
    byId("compare-h").focus();
    toPair(0);
  };
  const toPair = (place) => {
    pair = Math.min(Math.max(place, 0), pairs - 1);
    const marks = [...compare.querySelectorAll(`mark[data-pair="${pair}"]`)];
    compare.querySelectorAll("mark.on").forEach((mark) => mark.classList.remove("on"));
    marks.forEach((mark) => mark.classList.add("on"));
    compare.querySelectorAll(".side-text").forEach((side) => {
      const mark = side.querySelector("mark.on");
      if (mark) side.scrollTop = mark.offsetTop - side.clientHeight / 3;
    });
    const kind = marks.length ? NAMES[marks[0].classList[0]] : "";
    byId("pair-count").replaceChildren(pairs ? `${pair + 1} of ${pairs}` : "nothing shared", make("span", "vh", `, ${kind}`));
    byId("pair-previous").disabled = pair <= 0;
    byId("pair-next").disabled = pair >= pairs - 1;
  };
  byId("pair-previous").addEventListener("click", () => toPair(pair - 1));
  byId("pair-next").addEventListener("click", () => toPair(pair + 1));
  document.querySelectorAll("button[data-link]").forEach((button) => { button.hidden = false; });

  // Clicks
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const target = event.target;
    const mark = target.closest(".compare mark[data-pair]");
    if (mark) return toPair(Number(mark.dataset.pair));
    const link = target.closest("[data-link]");
    if (link) { event.preventDefault(); return openLink(link.dataset.link, link); }
    const place = target.closest("a.at");
    if (place) { event.preventDefault(); return openPlace(place); }
    const number = target.closest("a.m");
    if (number) {
      event.preventDefault();
      const n = target.closest("[data-n]");
      return openSentence(`s${number.hash.slice(2)}`, number, n && n.dataset.n);
    }
    const jump = target.closest("a.jump, .side nav a");
    if (jump && panel.open && !panel.contains(jump)) return panel.close();
    if (jump && panel.contains(jump)) { opener = null; panel.close(); return reveal(jump.hash); }
    const sentence = target.closest(".s");
    if (sentence && !String(getSelection())) openSentence(sentence.id);
  });

  // Deep links: #s3 opens a sentence, anything else unfolds what it points into.
  const reveal = (hash) => {
    const id = decodeURIComponent(hash.slice(1));
    if (/^s\d+$/.test(id) && byId(id)) { byId(id).scrollIntoView({ block: "center" }); return openSentence(id); }
    let at = id && byId(id);
    while (at) { if (at.tagName === "DETAILS") at.open = true; at = at.parentElement; }
  };
  addEventListener("hashchange", () => reveal(location.hash));
  reveal(location.hash);
})();
