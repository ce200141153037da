// Every page works without this. It wakes the NHS design system's own enhancements.
const { nhsuk } = document.querySelector("script[data-nhsuk]").dataset;

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
const { initAll } = await import(nhsuk);
initAll();
