// Keys alone, and never while somebody writes: n for a new decision, / to search, g and a letter for a register.
// Whoever speaks to the machine, and is heard as letters, turns them off at the foot of the page.
const TOGETHER = 1000; // the longest between the two keys of a pair
const KEPT = "keys";
const OFF = "off";
const choice = document.getElementById("keys");
let first = { key: "", at: 0 };

function areOff() {
  return localStorage.getItem(KEPT) === OFF;
}

function tell() {
  choice.textContent = `Keyboard shortcuts are ${areOff() ? "off: turn them on" : "on: turn them off"}`;
}

function isWriting(element) {
  return element.closest("input, select, textarea, [contenteditable], dialog") !== null;
}

function go(keys) {
  const found = document.querySelector(`[data-keys="${CSS.escape(keys)}"]`);
  if (!found) return false;
  if (found.href) found.click();
  else found.focus();
  return true;
}

document.addEventListener("keydown", (pressed) => {
  const { ctrlKey, metaKey, altKey, isComposing, target } = pressed;
  if (areOff() || ctrlKey || metaKey || altKey || isComposing || isWriting(target)) return;
  const pair = pressed.timeStamp - first.at < TOGETHER ? `${first.key} ${pressed.key}` : "";
  first = { key: pressed.key, at: pressed.timeStamp };
  if (go(pair) || go(pressed.key)) {
    first = { key: "", at: 0 };
    pressed.preventDefault();
  }
});

choice.addEventListener("click", () => {
  localStorage.setItem(KEPT, areOff() ? "on" : OFF);
  tell();
});
tell();
choice.hidden = false;
