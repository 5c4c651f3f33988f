import { notFound } from "next/navigation";
import { findStaffAssignment, type StaffAssignment } from "@/lib/assessment/setting/assignments";
import type { Viewer } from "@/lib/auth/viewer";
import { findSectionHead, type SectionHead } from "@/lib/cohort/section";

/** What each page of an assignment begins with; nothing is there where there is no such assignment. */
export async function findPagesAssignment(
  viewer: Viewer,
  section: string,
  id: string,
): Promise<{ head: SectionHead; assignment: StaffAssignment }> {
  const [head, assignment] = await Promise.all([
    findSectionHead(viewer, section),
    findStaffAssignment(id),
  ]);
  return head && assignment ? { head, assignment } : notFound();
}
