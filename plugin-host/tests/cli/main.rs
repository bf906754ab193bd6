//! The command line from outside: arguments and files in, output and exit code out.

#[cfg(test)]
mod assessment;
#[cfg(test)]
mod bad_files;
#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod driver;
#[cfg(test)]
mod fmt;
#[cfg(test)]
#[path = "../../src/tests/guest.rs"]
mod guest;
#[cfg(test)]
mod history;
#[cfg(test)]
mod interview;
#[cfg(target_os = "linux")]
#[cfg(test)]
mod memory;
#[cfg(test)]
mod merge;
#[cfg(test)]
mod named;
#[cfg(test)]
mod obligations;
#[cfg(test)]
mod organization;
#[cfg(test)]
mod packs;
#[cfg(test)]
mod plugins;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod risks;
#[cfg(test)]
mod risks_refused;
#[cfg(test)]
mod roadmap;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod system;
#[cfg(test)]
mod terminal;
#[cfg(test)]
mod writing;
#[cfg(test)]
mod wrong_files;
