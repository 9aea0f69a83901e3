"""Percentiles, spreads, and how alike two orders are."""

import math
import random
import unittest

from peers.figures import kendall_tau, medians, percentile, ranks, spearman_rho, spread


class Percentiles(unittest.TestCase):
    def test_nearest_rank(self) -> None:
        values = list(range(1, 101))
        self.assertEqual([percentile(values, share) for share in (0, 1, 50, 90, 99, 100)], [1, 1, 50, 90, 99, 100])

    def test_order_does_not_matter(self) -> None:
        values = [random.Random(seed).random() for seed in range(57)]
        self.assertEqual(percentile(values, 90), percentile(sorted(values), 90))

    def test_one_value_is_every_percentile(self) -> None:
        self.assertEqual({percentile([7.0], share) for share in (0, 50, 100)}, {7.0})

    def test_no_values_are_refused(self) -> None:
        with self.assertRaises(ValueError):
            percentile([], 50)

    def test_a_disturbed_pass_drops_out_of_a_median(self) -> None:
        self.assertEqual(medians([[1, 5], [900, 6], [2, 7]]), [2, 6])

    def test_passes_of_different_lengths_are_refused(self) -> None:
        with self.assertRaises(ValueError):
            medians([[1, 2], [1]])

    def test_spread(self) -> None:
        self.assertEqual(spread([2, 3, 1]), 3)
        self.assertTrue(math.isnan(spread([])))


class Orders(unittest.TestCase):
    def test_same_and_opposite(self) -> None:
        for measure in (kendall_tau, spearman_rho):
            self.assertAlmostEqual(measure([1, 2, 3, 4], [10, 20, 30, 40]), 1)
            self.assertAlmostEqual(measure([1, 2, 3, 4], [4, 3, 2, 1]), -1)

    def test_one_swap_of_four(self) -> None:
        self.assertAlmostEqual(kendall_tau([1, 2, 3, 4], [1, 2, 4, 3]), 4 / 6)
        self.assertAlmostEqual(spearman_rho([1, 2, 3, 4], [1, 2, 4, 3]), 0.8)

    def test_ties(self) -> None:
        self.assertEqual(ranks([3, 1, 3]), [2.5, 1, 2.5])
        # 5 pairs agree, none disagree, one is tied in the first: 5 / sqrt(5 * 6)
        self.assertAlmostEqual(kendall_tau([1, 2, 2, 3], [1, 2, 3, 4]), 5 / math.sqrt(30))

    def test_without_order_there_is_no_figure(self) -> None:
        for measure in (kendall_tau, spearman_rho):
            self.assertTrue(math.isnan(measure([1, 1, 1], [1, 2, 3])))
            self.assertTrue(math.isnan(measure([1], [1])))
