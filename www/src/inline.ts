/** The inline entry: the same element with every part inside one file. */

import { AnnexaAssessment } from "./element.js";
import { inline } from "./platform/inline.js";
import { usePlatform } from "./platform/platform.js";
import { register, TAG } from "./register.js";

export * from "./api.js";
export { AnnexaAssessment, TAG };

usePlatform(inline);
register();
