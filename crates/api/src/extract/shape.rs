//! How deep and how large the JSON of a body may be. The limits bound the work of everything behind the door; what fits
//! through is still checked against the body's own schema.

use domain::{Violation, count::grouped};

/// How deep arrays and objects may lie in each other. No body that we document is half as deep.
const DEEPEST: usize = 32;

/// Values in all, names of fields not counted.
const MOST_VALUES: usize = 50_000;

/// What is wrong with the shape of a JSON text, found in one pass that remembers only how deep it is. A text that is no
/// JSON may pass: the parser refuses it.
pub(super) fn check(text: &[u8]) -> Result<(), Violation> {
    let (mut depth, mut values) = (0_usize, 1_usize);
    let mut bytes = text.iter();
    let mut opened = false;
    while let Some(byte) = bytes.next() {
        if byte.is_ascii_whitespace() {
            continue;
        }
        // What has anything in it has one value more than commas.
        values += usize::from(std::mem::take(&mut opened) && !matches!(byte, b']' | b'}'));
        match byte {
            b'"' => skip_string(&mut bytes),
            b'[' | b'{' => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Violation::at(
                        "",
                        format!("The body has more than {DEEPEST} arrays and objects inside each other."),
                    )
                    .suggest("Send it as the API documents it."));
                }
                opened = true;
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        if values > MOST_VALUES {
            return Err(Violation::at("", format!("The body has more than {} values.", grouped(MOST_VALUES)))
                .suggest("Send it in several requests."));
        }
    }
    Ok(())
}

fn skip_string(bytes: &mut std::slice::Iter<'_, u8>) {
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => return,
            b'\\' => {
                bytes.next();
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_and_values_have_limits() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(check(nested(DEEPEST).as_bytes()).is_ok());
        assert!(check(nested(DEEPEST + 1).as_bytes()).unwrap_err().problem.contains("32 arrays and objects"));
        assert!(check(format!("[{}1]", "1,".repeat(45_000)).as_bytes()).is_ok());
        assert!(check(format!("[{}1]", "1,".repeat(50_000)).as_bytes()).is_err());
        assert!(check(format!("[{}1]", "{},".repeat(49_000)).as_bytes()).is_ok());
        assert!(check(format!("[{}1]", "[1],".repeat(30_000)).as_bytes()).is_err());
    }

    #[test]
    fn what_stands_in_a_text_is_no_structure() {
        let text = format!("{{\"a\": \"{}\\\"{}\"}}", "[".repeat(40), "{".repeat(40));
        assert!(check(text.as_bytes()).is_ok());
    }
}
