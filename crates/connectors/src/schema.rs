//! Reading a configuration that may be wrong, and the files of schemas.

mod node;

use serde_json::Value;

pub use node::Node;

/// The pointer of `payload_config` in a ticket.
pub const PAYLOAD: &str = "/payload_config";

/// A JSON file that is embedded in the binary; null where it is broken, which a test of its platform rules out.
pub fn embedded(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}
