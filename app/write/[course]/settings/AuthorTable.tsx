"use client";

import { useActionState } from "react";
import type { CourseAuthor } from "@/lib/authoring/course/authors";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { untouched } from "@/lib/ui/filled-form";
import { changeCourseAuthor } from "./actions";

interface AuthorTableProps {
  course: string;
  authors: readonly CourseAuthor[];
  mayChange: boolean;
}

/** Who writes a course, and what an author can change about that. */
export function AuthorTable({ course, authors, mayChange }: AuthorTableProps) {
  const [{ errors }, act] = useActionState(changeCourseAuthor, untouched);
  return (
    <>
      <FormAlert message={errors.form} />
      <table className="mt-2 w-full border-line border-t text-left text-sm">
        <thead className="sr-only">
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Role</th>
            {mayChange ? <th scope="col">Change</th> : null}
          </tr>
        </thead>
        <tbody>
          {authors.map(({ id, name, email, role }) => (
            <tr key={id} className="border-line border-b align-top">
              <td className="break-words py-1.5 pr-4">
                {name}
                <br />
                <span className="text-muted text-xs">{email}</span>
              </td>
              <td className="whitespace-nowrap py-1.5 pr-4">
                {role === "author" ? "Author" : "Co-author"}
              </td>
              {mayChange ? (
                <td className="py-1.5">
                  <form action={act} className="flex flex-wrap justify-end gap-2">
                    <input type="hidden" name="course" value={course} />
                    <input type="hidden" name="person" value={id} />
                    <Button
                      type="submit"
                      size="small"
                      name="to"
                      value={role === "author" ? "co_author" : "author"}
                    >
                      {role === "author" ? "Make co-author" : "Make author"}
                      <span className="sr-only">: {name}</span>
                    </Button>
                    <Button type="submit" size="small" name="to" value="removed">
                      Remove<span className="sr-only"> {name}</span>
                    </Button>
                  </form>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
