/** The published entry: defines `<annexa-assessment>` with its parts as files beside it. */

import { AnnexaAssessment } from "./element.js";
import { files } from "./platform/files.js";
import { usePlatform } from "./platform/platform.js";
import { register, TAG } from "./register.js";

export * from "./api.js";
export { AnnexaAssessment, TAG };

usePlatform(files);
register();
