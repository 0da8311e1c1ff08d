import house from './.dependency-cruiser.mjs';

/**
 * Circles of folders. Tests stand beside what they test and open a whole service, so they are left out here;
 * everything else about them is checked with the other rules.
 */
export default {
  forbidden: [
    {
      name: 'no-folder-circle',
      severity: 'error',
      comment: 'Folders have floors too: what two folders need of each other belongs below both.',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    ...house.options,
    exclude: { path: `${house.options.exclude.path}|\\.(spec|bench)\\.tsx?$|/(test|testing)/` },
  },
};
