// The OpenAPI plugin of Nest reads import paths out of types as TypeScript prints them, which escapes every letter
// beyond ASCII:
// `/home/Jörg/kontor` became `/home/J/u00F6rg/kontor`, and the build imported files that do not exist.
const plugin = require('@nestjs/swagger/plugin');

const unescaped = (text) => text.replace(/\\u([0-9A-Fa-f]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));

exports.before = (options, program) => {
  const checker = program.getTypeChecker();
  const { typeToString } = checker;
  if (!typeToString.isUnescaped)
    checker.typeToString = Object.assign((...values) => unescaped(typeToString.apply(checker, values)), {
      isUnescaped: true,
    });
  return plugin.before(options, program);
};
