//! The limits for the depth and size of a body's JSON. They bound all later work; an accepted body is still checked
//! against its own schema.

use domain::{Violation, count::grouped};

/// The deepest nesting of arrays and objects. No documented body is half as deep.
const DEEPEST: usize = 32;

/// The most values, without names of fields.
const MOST_VALUES: usize = 50_000;

/// The violation of the limits by a JSON text, found in one pass that only counts the depth. Invalid JSON may pass: the
/// parser refuses it.
pub(super) fn check(text: &[u8]) -> Result<(), Violation> {
    let (mut depth, mut values) = (0_usize, 1_usize);
    let mut bytes = text.iter();
    let mut opened = false;
    while let Some(byte) = bytes.next() {
        if byte.is_ascii_whitespace() {
            continue;
        }
        // A list or object with content has one value more than commas.
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
    fn the_contents_of_a_text_are_no_structure() {
        let text = format!("{{\"a\": \"{}\\\"{}\"}}", "[".repeat(40), "{".repeat(40));
        assert!(check(text.as_bytes()).is_ok());
    }
}
