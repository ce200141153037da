// Saves a draft as it is written. Without this, the button does; what others write meanwhile is kept either way.
const form = document.querySelector("form[data-saves-to]");
const told = document.getElementById("saving");
const boxes = [...form.elements].filter((box) => box.name && !["csrf_token", "base", "more"].includes(box.name));
const PAUSE = 1500;
const AGAIN = 10000;
let saved = values();
let waiting = null;
let saving = false;

function values() {
  return Object.fromEntries(boxes.map((box) => [box.name, box.value]));
}

function changed() {
  return Object.fromEntries(Object.entries(values()).filter(([name, value]) => value !== saved[name]));
}

function later(pause) {
  clearTimeout(waiting);
  waiting = setTimeout(save, pause);
}

async function save() {
  const sent = changed();
  if (saving || !Object.keys(sent).length) return;
  saving = true;
  try {
    const answer = await fetch(form.dataset.savesTo, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrf_token?.value ?? "" },
      body: JSON.stringify({ base: form.elements.base.value, ...sent }),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const draft = await (await fetch(form.dataset.tells, { headers: { Accept: "application/json" } })).json();
    take(draft, sent);
  } catch (wrong) {
    const signedOut = ["401", "403"].includes(wrong.message);
    told.textContent = signedOut
      ? "Not saved: you are signed out. Sign in in another tab; your words stay here."
      : "Not saved yet. It will be tried again; your words stay here.";
    later(AGAIN);
  } finally {
    saving = false;
    if (Object.keys(changed()).length) later(PAUSE);
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
  const at = new Date(draft.saved).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  told.textContent = draft.to_settle
    ? `Saved at ${at}. Somebody wrote in the same place: both wordings are kept, to choose from on the draft’s page.`
    : `Saved at ${at}.`;
}

form.addEventListener("input", () => later(PAUSE));
form.addEventListener("change", () => later(0));
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
