// Saves a draft as it is written. Without this, the button does; what others write meanwhile is kept either way.
const form = document.querySelector("form[data-saves-to]");
const told = document.getElementById("saving");
const was = form.elements.was;
const boxes = [...form.elements].filter((box) => box.name && !["csrf_token", "was", "desk", "more"].includes(box.name));
const PAUSE = 1500;
const AGAIN = 10000;
const saved = JSON.parse(was.value); // what stood in each box when it was last seen
const clashing = new Map(); // boxes in which somebody else wrote too, with what was last sent of them
let waiting = null;
let saving = Promise.resolve();
let leaving = false;
let lost = false;

const tidy = (text) => text.replaceAll("\r\n", "\n").trim();
const seen = (name) => saved[name] ?? "";

function isChanged(box) {
  const written = tidy(box.value);
  return clashing.has(box.name) ? written !== clashing.get(box.name) : written !== seen(box.name);
}

function isUnsaved() {
  return boxes.some(isChanged);
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
  const sent = Object.fromEntries(boxes.filter(isChanged).map((box) => [box.name, tidy(box.value)]));
  if (!Object.keys(sent).length || lost) return;
  const stood = Object.fromEntries(Object.keys(sent).map((name) => [name, seen(name)]));
  try {
    await ask(form.dataset.savesTo, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrf_token?.value ?? "" },
      body: JSON.stringify({ was: stood, desk: form.elements.desk.value, ...sent }),
    });
    take(await ask(form.dataset.tells, { headers: { Accept: "application/json" } }), sent);
  } catch (wrong) {
    told.textContent = why(wrong.message);
    lost = wrong.message === "404";
    if (!lost) later(AGAIN);
  }
}

async function ask(address, how) {
  const answer = await fetch(address, how);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function why(status) {
  if (status === "404") return "Somebody has thrown this draft away. Your words are still here: copy them.";
  if (["401", "403"].includes(status)) return "Not saved: sign in in another tab; your words stay here.";
  return "Not saved yet. It will be tried again; your words stay here.";
}

// What others have written is shown, but never over what is written here, nor in the box that is being written in.
function take(draft, sent) {
  for (const box of boxes) {
    const there = draft.boxes[box.name] ?? "";
    const mine = sent[box.name] ?? clashing.get(box.name);
    if (mine === there) {
      clashing.delete(box.name);
      saved[box.name] = there;
      beside(box, null);
    } else if (mine !== undefined) {
      clashing.set(box.name, mine);
      beside(box, there);
    } else if (!isChanged(box) && box !== document.activeElement) {
      box.value = saved[box.name] = there;
    }
  }
  was.value = JSON.stringify(saved);
  if (isUnsaved()) return later(PAUSE);
  const at = new Date(draft.saved).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  told.textContent = clashing.size
    ? `Saved at ${at}. Somebody wrote in the same place: both wordings are kept, to choose from on the draft’s page.`
    : `Saved at ${at}.`;
}

// Says below a box what somebody else has written in it.
function beside(box, there) {
  const note = document.getElementById(`${box.id}-theirs`) ?? document.createElement("p");
  if (there === null) return note.remove();
  note.id = `${box.id}-theirs`;
  note.className = "nhsuk-hint drafting__theirs";
  note.textContent = `Somebody else wrote here: ${there || "(nothing)"}`;
  box.after(note);
}

function note(pause) {
  if (!isUnsaved() || lost) return;
  told.textContent = "Not saved yet.";
  later(pause);
}

form.addEventListener("input", () => note(PAUSE));
form.addEventListener("change", () => note(0));
form.addEventListener("submit", () => (leaving = true));
if (isUnsaved()) note(0); // the page was drawn anew with what was typed in it

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
