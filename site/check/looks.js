// What can be said of a page's look without looking at it. Each function runs in the page.

/** Texts that are hard to read: less than 4.5 to 1 between text and ground (WCAG 2.2, 1.4.3), 3 for large ones. */
export function paleTexts() {
  const colourOf = (text) => {
    const [red, green, blue, alpha = 1] = (text.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
    return { red, green, blue, alpha };
  };
  const luminance = ({ red, green, blue }) => {
    const [r, g, b] = [red, green, blue].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const over = (front, back) => ({
    red: front.red * front.alpha + back.red * (1 - front.alpha),
    green: front.green * front.alpha + back.green * (1 - front.alpha),
    blue: front.blue * front.alpha + back.blue * (1 - front.alpha),
    alpha: 1,
  });
  const groundOf = (element) => {
    const chain = [];
    for (let each = element; each !== null; each = each.parentElement) chain.push(each);
    const start = colourOf(
      matchMedia("(prefers-color-scheme: dark)").matches ? "rgb(0,0,0)" : "rgb(255,255,255)",
    );
    return chain.reduceRight(
      (ground, each) => over(colourOf(getComputedStyle(each).backgroundColor), ground),
      start,
    );
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (
      element === null ||
      node.textContent.trim() === "" ||
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    )
      continue;
    const style = getComputedStyle(element);
    const ground = groundOf(element);
    const text = over(colourOf(style.color), ground);
    const [high, low] = [luminance(text), luminance(ground)].sort((a, b) => b - a);
    const contrast = (high + 0.05) / (low + 0.05);
    const isLarge = Number.parseFloat(style.fontSize) >= 24;
    if (contrast < (isLarge ? 3 : 4.5))
      found.push(
        `${contrast.toFixed(2)}: ${node.textContent.trim().slice(0, 40)} (${element.className || element.tagName})`,
      );
  }
  return [...new Set(found)];
}

/** Elements that reach over the right edge, and are not in something that scrolls. */
export function overflowing() {
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return [];
  const scrolls = (element) => {
    for (let each = element.parentElement; each !== null && each !== document.body; each = each.parentElement)
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(each).overflowX)) return true;
    return false;
  };
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element))
    .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
    .slice(0, 5);
}
