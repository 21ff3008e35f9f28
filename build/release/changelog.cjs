// How a changeset looks in CHANGELOG.md: as it was written, without the hash of a commit. One that is a list stays one.
const lineOf = (/** @type {string} */ summary) =>
  summary.startsWith("- ") ? summary : `- ${summary.replaceAll("\n", "\n  ")}`;

module.exports = {
  getReleaseLine: async (/** @type {{ summary: string }} */ { summary }) => lineOf(summary.trim()),
  getDependencyReleaseLine: async () => "",
};
