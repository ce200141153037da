// Every page works without this. It wakes the NHS design system's own enhancements, and listens for keys.
const { nhsuk } = document.querySelector("script[data-nhsuk]").dataset;
const TOGETHER = 1000; // the longest between the two keys of a pair
let first = { key: "", at: 0 };

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

// Keys alone, and never while somebody writes: n for a new decision, / to search, g and a letter for a register.
document.addEventListener("keydown", (pressed) => {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing || isWriting(pressed.target)) return;
  const pair = pressed.timeStamp - first.at < TOGETHER ? `${first.key} ${pressed.key}` : "";
  first = { key: pressed.key, at: pressed.timeStamp };
  if (go(pair) || go(pressed.key)) {
    first = { key: "", at: 0 };
    pressed.preventDefault();
  }
});

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
const { initAll } = await import(nhsuk);
initAll();
