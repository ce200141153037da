// Tells how far something done in the background has come. Without this, the page loads itself anew.
const told = document.getElementById("progress");
const words = document.getElementById("far");
const bar = told.querySelector("progress");
const PAUSE = 1000;
const BEGUN = "It has begun.";

async function ask() {
  const answer = await fetch(told.dataset.tells).catch(() => null);
  const now = answer && answer.ok ? await answer.json().catch(() => null) : null;
  if (now && !now.going) {
    location.reload();
    return;
  }
  if (now) tell(now);
  setTimeout(ask, PAUSE);
}

function tell(now) {
  const says = now.far || (now.state === "running" ? BEGUN : words.textContent);
  if (says !== words.textContent) words.textContent = says;
  if (!now.of) return;
  bar.max = now.of;
  bar.value = now.done;
}

setTimeout(ask, PAUSE);
