// Saves a draft as it is written. Without this, the button does; what others write meanwhile is kept either way.
const form = document.querySelector("form[data-saves-to]");
const told = document.getElementById("saving");
const boxes = [...form.elements].filter((box) => box.name && !["csrf_token", "base", "more"].includes(box.name));
const PAUSE = 1500;
const AGAIN = 10000;
const saved = values();
let waiting = null;
let saving = Promise.resolve();
let leaving = false;

function values() {
  return Object.fromEntries(boxes.map((box) => [box.name, box.value]));
}

function changed() {
  return Object.fromEntries(Object.entries(values()).filter(([name, value]) => value !== saved[name]));
}

function isUnsaved() {
  return Object.keys(changed()).length > 0;
}

function later(pause) {
  clearTimeout(waiting);
  waiting = setTimeout(save, pause);
}

// One save at a time, each of what the one before left over.
function save() {
  saving = saving.then(send);
  return saving;
}

async function send() {
  const sent = changed();
  if (!Object.keys(sent).length) return;
  try {
    const answer = await fetch(form.dataset.savesTo, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrf_token?.value ?? "" },
      body: JSON.stringify({ base: form.elements.base.value, ...sent }),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const draft = await fetch(form.dataset.tells, { headers: { Accept: "application/json" } });
    if (!draft.ok) throw new Error(String(draft.status));
    take(await draft.json(), sent);
  } catch (wrong) {
    told.textContent = ["401", "403"].includes(wrong.message)
      ? "Not saved: you are signed out. Sign in in another tab; your words stay here."
      : "Not saved yet. It will be tried again; your words stay here.";
    later(AGAIN);
  }
}

// Shows what others have written, but never over what is being typed.
function take(draft, sent) {
  let typing = false;
  for (const box of boxes) {
    const there = draft.boxes[box.name] ?? "";
    const mine = sent[box.name] ?? saved[box.name];
    if (box.value.trim() === mine.trim()) {
      if (box.value.trim() !== there) box.value = there;
      saved[box.name] = box.value;
    } else if (there === mine.trim()) {
      saved[box.name] = mine;
    } else {
      typing = true;
    }
  }
  if (!typing) form.elements.base.value = draft.rev;
  if (isUnsaved()) return later(PAUSE);
  const at = new Date(draft.saved).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  told.textContent = draft.to_settle
    ? `Saved at ${at}. Somebody wrote in the same place: both wordings are kept, to choose from on the draft’s page.`
    : `Saved at ${at}.`;
}

function note(pause) {
  if (!isUnsaved()) return;
  told.textContent = "Not saved yet.";
  later(pause);
}

form.addEventListener("input", () => note(PAUSE));
form.addEventListener("change", () => note(0));
form.addEventListener("submit", async (event) => {
  if (event.submitter?.name === "more" && isUnsaved()) {
    event.preventDefault(); // the page with more rows takes what it holds for saved
    await save();
    if (!isUnsaved()) form.requestSubmit(event.submitter);
    return;
  }
  leaving = true;
});

// Whoever follows a link with words still unsaved goes there once they are saved.
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[href]");
  if (!link || link.getAttribute("href").startsWith("#") || event.ctrlKey || event.metaKey || !isUnsaved()) return;
  event.preventDefault();
  await save();
  if (!isUnsaved()) location.href = link.href;
});
window.addEventListener("beforeunload", (event) => {
  if (isUnsaved() && !leaving) event.preventDefault();
});
