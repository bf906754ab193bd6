//! The grammar of the command line.

use annexa_core::schema;
use clap::{Args, Parser, Subcommand, ValueEnum, builder::PossibleValuesParser};
use std::path::PathBuf;

const ABOUT: &str = "ISO/IEC 27001:2022 self-assessment: scores, gaps, Statement of Applicability, \
                     and crosswalks to other frameworks";

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  `lint` found something of severity error, or `fmt --check` a file that is not canonical
  2  wrong usage, or a file that cannot be read, understood or written
  3  a plugin could not be loaded or gave no result; what does not need it is still shown

Ids are written `6.1.2` for a clause, `6.1.2 d) 2)` for a lettered item, `A.5.1` for a control.
A FILE of `-` is standard input. Colours appear on a terminal, unless NO_COLOR is set.";

/// The whole command line.
#[derive(Parser)]
#[command(name = "annexa", bin_name = "annexa", version, about = ABOUT, after_help = EXIT_CODES)]
pub(crate) struct Cli {
    /// Another catalogue than ISO/IEC 27001:2022; a JSON file as `annexa catalog --facts` writes it
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) catalogue: Option<PathBuf>,
    /// Words of another language, or for another catalogue; a JSON file. What it lacks is English
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) words: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Write an empty assessment
    New(New),
    /// Show scores with their coverage, and what crosswalks conclude
    ///
    /// JSON is the canonical report; with `--plugin` an object in which the report and each
    /// conclusion stand byte for byte as they are written alone. CSV is the table of scores, with
    /// or without `--plugin`; `annexa plugin run PLUGIN FILE --format csv` gives the table of a
    /// crosswalk. A plugin that fails is named on standard error, the rest is shown, and the exit
    /// code is 3.
    Assess(Assess),
    /// Write a file back in its canonical form; `-` reads standard input and writes standard output
    ///
    /// The content stays what it is: order, layout and spelling of values become those in which
    /// every Annexa writes them, so that the same content is the same bytes.
    Fmt(Fmt),
    /// Show the Statement of Applicability
    Soa(Input),
    /// List requirements and controls below their target
    Gaps(Gaps),
    /// List what an auditor would stop at or ask about; exit code 1 if one is an error
    Lint(Lint),
    /// List the ids, titles, attributes and questions; with an ID, its question and guidance
    Catalog(Catalog),
    /// Show the arithmetic behind a score
    Explain(Explain),
    /// Print the JSON Schema (draft 2020-12) of a kind of file, or of what a command prints
    Schema {
        /// What to print the schema of
        #[arg(value_name = "NAME", default_value = "assessment", value_parser = schemas())]
        name: String,
    },
    /// Look into crosswalk plugins, and run one
    #[command(subcommand)]
    Plugin(Plugin),
    /// Print the completions of a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

#[derive(Subcommand)]
pub(crate) enum Plugin {
    /// List the plugins that this program carries
    List(Form),
    /// Show what a plugin is, where its mapping comes from, and how large it is
    Inspect(Named),
    /// Show what a plugin concludes from an assessment, and nothing else
    Run {
        #[command(flatten)]
        plugin: Name,
        #[command(flatten)]
        input: Input,
    },
    /// Dump the table of a plugin
    Mappings(Named),
    /// Write the file of a carried plugin
    Export {
        /// The name of a carried plugin
        name: String,
        /// Where to write it, `-` for standard output [default: NAME.wasm]
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Replace a file that exists
        #[arg(long)]
        force: bool,
    },
}

#[derive(Args)]
pub(crate) struct New {
    /// The file to write, `-` for standard output
    #[arg(default_value = "assessment.json")]
    pub(crate) file: PathBuf,
    /// The organization's name
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    pub(crate) organization: String,
    /// The scope of the management system
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub(crate) scope: String,
    /// Replace a file that exists
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Args)]
pub(crate) struct Fmt {
    /// The assessment, `-` for standard input and output
    pub(crate) file: PathBuf,
    /// Write nothing; exit code 1 if the file is not canonical
    #[arg(long)]
    pub(crate) check: bool,
}

#[derive(Args)]
pub(crate) struct Assess {
    #[command(flatten)]
    pub(crate) input: Input,
    /// A crosswalk to apply: the name of a carried plugin such as `soc2`, or a file's path;
    /// may be given several times
    #[arg(long = "plugin", short, value_name = "PLUGIN")]
    pub(crate) plugins: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) today: Today,
}

#[derive(Args)]
pub(crate) struct Gaps {
    #[command(flatten)]
    pub(crate) input: Input,
    /// Leave out what nobody has looked at yet
    #[arg(long)]
    pub(crate) assessed_only: bool,
}

#[derive(Args)]
pub(crate) struct Lint {
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) today: Today,
}

#[derive(Args)]
pub(crate) struct Catalog {
    /// One id, to see everything about it
    #[arg(conflicts_with = "kind")]
    pub(crate) id: Option<String>,
    /// Only items of this kind
    #[arg(long)]
    pub(crate) kind: Option<KindName>,
    /// The documents and records that the clauses name, and from which audit stage on
    #[arg(long, conflicts_with_all = ["id", "kind"])]
    pub(crate) documents: bool,
    /// The facts alone, as a file that `--catalogue` reads
    #[arg(long, conflicts_with_all = ["id", "kind", "documents", "format"])]
    pub(crate) facts: bool,
    #[command(flatten)]
    pub(crate) form: Form,
}

#[derive(Args)]
pub(crate) struct Explain {
    #[command(flatten)]
    pub(crate) input: Input,
    /// `requirements`, `controls`, `clause:4`, `theme:People`, `control_type:Preventive`, ..
    pub(crate) key: String,
}

/// A plugin, to be shown.
#[derive(Args)]
pub(crate) struct Named {
    #[command(flatten)]
    pub(crate) plugin: Name,
    #[command(flatten)]
    pub(crate) form: Form,
}

#[derive(Args)]
pub(crate) struct Name {
    /// The name of a carried plugin such as `soc2`, or a file's path
    #[arg(value_name = "PLUGIN")]
    pub(crate) plugin: PathBuf,
}

#[derive(Args)]
pub(crate) struct Input {
    /// The assessment, `-` for standard input
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) form: Form,
}

#[derive(Args)]
pub(crate) struct Form {
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Args)]
pub(crate) struct Today {
    /// The day for which to check, as `2026-11-23` [default: today]
    #[arg(long, value_name = "DATE")]
    pub(crate) today: Option<String>,
}

/// How a result is printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Tables for people
    Text,
    /// JSON for programs
    Json,
    /// A table for spreadsheets
    Csv,
}

/// The kinds of items, as arguments.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum KindName {
    Heading,
    Requirement,
    Item,
    Control,
}

/// The names of everything that has a schema.
fn schemas() -> PossibleValuesParser {
    PossibleValuesParser::new(schema::names())
}
