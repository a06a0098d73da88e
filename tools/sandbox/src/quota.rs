//! The usage so far. The rules are the platforms' own: see `platforms/meta/quota.rs` and `platforms/tiktok/quota.rs`.

/// Counts in windows of fixed length: the first call opens a window.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Window {
    start_ms: i64,
    count: u32,
}

impl Window {
    /// Counts one call and returns the window's count. Windows begin at multiples of their length, as seconds, minutes
    /// and days do.
    pub(crate) fn count(&mut self, now_ms: i64, length_ms: i64) -> u32 {
        let start = now_ms - now_ms.rem_euclid(length_ms.max(1));
        if start != self.start_ms {
            *self = Self { start_ms: start, count: 0 };
        }
        self.count = self.count.saturating_add(1);
        self.count
    }

    /// The end of the window.
    pub(crate) fn end_ms(self, length_ms: i64) -> i64 {
        self.start_ms + length_ms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_starts_again_when_its_time_is_over() {
        let mut window = Window::default();
        let counts = [999, 1000, 1001, 1999, 2000].map(|now| window.count(now, 1000));
        assert_eq!(counts, [1, 1, 2, 3, 1]);
        assert_eq!(window.end_ms(1000), 3000);
    }
}
