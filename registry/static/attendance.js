// Up and down go from person to person; without this, tab does, box by box.
const boxes = [...document.querySelectorAll("input[name$='-mark']")];

boxes.forEach((box, place) => {
  box.addEventListener("keydown", (pressed) => {
    const next = { ArrowUp: boxes[place - 1], ArrowDown: boxes[place + 1] }[pressed.key];
    if (!next) return;
    pressed.preventDefault();
    next.focus();
    next.select();
  });
});
