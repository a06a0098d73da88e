//! The output of commands: answers to stdout, errors to stderr. A closed pipe (`omnitraffick openapi | head`) is no
//! error.

use std::io::{self, Write};

/// Prints a line of output.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stdout().lock(), "{line}");
}

/// Prints the reason why a command failed.
pub(crate) fn complain(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
