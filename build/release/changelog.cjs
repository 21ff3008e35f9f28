// How a changeset looks in CHANGELOG.md: as it was written, without the hash of a commit.
module.exports = {
  getReleaseLine: async ({ summary }) => `- ${summary.trim().replaceAll("\n", "\n  ")}`,
  getDependencyReleaseLine: async () => "",
};
