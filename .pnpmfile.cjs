/**
 * The generator of the console's API types writes them with the compiler API that TypeScript 7 no longer has:
 * it brings its own TypeScript, where it would otherwise take the one of the house.
 */
function readPackage(pkg) {
  if (pkg.name !== 'openapi-typescript') return pkg;
  const { typescript: _typescript, ...peerDependencies } = pkg.peerDependencies;
  return { ...pkg, peerDependencies, dependencies: { ...pkg.dependencies, typescript: '5.9.3' } };
}

module.exports = { hooks: { readPackage } };
