// Asks only what the chosen kind of decision needs; without this, all of it is asked.
const kind = document.getElementById("kind");
const group = document.getElementById("effects");
const asked = [...group.querySelectorAll("[data-kinds]")];

function ask() {
  for (const each of asked) {
    const needed = each.dataset.kinds.split("|").includes(kind.value);
    each.hidden = !needed;
    for (const box of each.querySelectorAll("input, select, textarea")) box.disabled = !needed;
  }
  group.hidden = asked.every((each) => each.hidden);
}

kind.addEventListener("change", ask);
ask();
