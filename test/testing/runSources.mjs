// Lets a plain Node.js process import the TypeScript sources: it strips the types by itself, but does not find a file
// that is named by what it will be compiled to.
import { registerHooks } from "node:module";

registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      if (!specifier.startsWith(".")) throw error;
      return next(specifier.replace(/\.js$/, ".ts"), context);
    }
  },
});
