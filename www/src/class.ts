/** The entry without a side effect on the page: the class, to be defined under a name of choice. */

import { files } from "./platform/files.js";
import { usePlatform } from "./platform/platform.js";

export * from "./api.js";
export { AnnexaAssessment } from "./element.js";

usePlatform(files);
