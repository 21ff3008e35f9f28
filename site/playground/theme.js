// As the other pages of the site: what was chosen there, or what the system says.
const chosen = (() => {
  try {
    return localStorage.getItem("vitepress-theme-appearance");
  } catch {
    return null;
  }
})();
const isDark =
  chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
document.documentElement.dataset.theme = isDark ? "dark" : "light";
