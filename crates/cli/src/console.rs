//! What the commands print: answers to stdout, complaints to stderr.
//! A closed pipe (`omnitraffick openapi | head`) is no error: who closed it has seen enough.

use std::io::{self, Write};

/// Prints a line that was asked for.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stdout().lock(), "{line}");
}

/// Prints why a command failed.
pub(crate) fn complain(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
