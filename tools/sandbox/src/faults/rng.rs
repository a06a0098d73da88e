//! `SplitMix64`: small, good enough for dice, and the same on every machine.

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// Scrambles a number.
pub(crate) fn mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(STEP);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[derive(Clone, Debug)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(mix(seed))
    }

    /// True with this probability; every call takes exactly one step.
    pub(super) fn hits(&mut self, probability: f64) -> bool {
        self.0 = self.0.wrapping_add(STEP);
        // 32 bits are exact in a float and fine enough for a probability.
        let [_, _, _, _, a, b, c, d] = mix(self.0).to_le_bytes();
        let roll = f64::from(u32::from_le_bytes([a, b, c, d])) / (f64::from(u32::MAX) + 1.0);
        roll < probability
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dice_are_reproducible_and_roughly_fair() {
        let rolls = |seed| {
            let mut dice = Dice::new(seed);
            (0..10_000).map(|_| dice.hits(0.3)).collect::<Vec<_>>()
        };
        assert_eq!(rolls(7), rolls(7));
        assert_ne!(rolls(7), rolls(8));
        let hits = rolls(7).into_iter().filter(|hit| *hit).count();
        assert!((2_800..3_200).contains(&hits), "{hits}");
    }

    #[test]
    fn zero_never_hits_and_one_always_does() {
        let mut dice = Dice::new(1);
        assert!((0..1000).all(|_| !dice.hits(0.0) && dice.hits(1.0)));
    }
}
