//! The log: to stderr, so that what a command prints can be piped.

use std::io::{self, IsTerminal};

use tracing::Subscriber;
use tracing_subscriber::{
    fmt::{self, MakeWriter},
    layer::{Layer, SubscriberExt},
    registry,
    util::SubscriberInitExt,
};

use crate::config::{Format, Log};

/// Starts the log of this process. A second call changes nothing.
pub(crate) fn start(log: &Log) {
    // See https://no-color.org: set and not empty means no.
    let wants_color = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let color = wants_color && io::stderr().is_terminal();
    // It fails only where there is a log already.
    let _ = subscriber(log, io::stderr, color).try_init();
}

fn subscriber<W>(log: &Log, writer: W, color: bool) -> impl Subscriber + Send + Sync + use<W>
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let lines = fmt::layer().with_writer(writer);
    let lines = match log.format {
        Format::Pretty => lines.with_ansi(color).with_target(false).boxed(),
        Format::Json => lines.json().flatten_event(true).with_current_span(true).with_span_list(false).boxed(),
    };
    registry().with(lines.with_filter(log.filter.clone()))
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use tracing::{debug, info, subscriber::with_default};
    use tracing_subscriber::filter::{LevelFilter, Targets};

    use super::*;

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn logged(format: Format) -> String {
        let lines = Lines::default();
        let log = Log { format, filter: Targets::new().with_default(LevelFilter::INFO) };
        let writer = lines.clone();
        with_default(subscriber(&log, move || writer.clone(), false), || {
            info!(ticket.id = 7, "ticket 7 is live");
            debug!("not at this level");
        });
        String::from_utf8(lines.0.lock().unwrap().clone()).unwrap()
    }

    #[test]
    fn json_is_one_object_a_line() {
        let text = logged(Format::Json);
        assert_eq!(text.lines().count(), 1);
        let line: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!((line["message"].as_str(), line["ticket.id"].as_i64()), (Some("ticket 7 is live"), Some(7)));
        assert_eq!((line["level"].as_str(), line["target"].is_string()), (Some("INFO"), true));
    }

    #[test]
    fn pretty_is_a_sentence_with_fields() {
        let text = logged(Format::Pretty);
        assert!(text.ends_with("INFO ticket 7 is live ticket.id=7\n"), "{text:?}");
    }
}
